import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config.js';
import { Database } from './database.js';

/** One pool per process, shared by TypeORM's repositories and our own SQL. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.databaseUrl,
        autoLoadEntities: true,
        synchronize: false,
        retryAttempts: 3,
        retryDelay: 500,
        applicationName: 'plumbline',
        extra: {
          max: 20,
          connectionTimeoutMillis: 10_000,
          // A runaway question must not hold a connection for ever.
          options: '-c statement_timeout=30000 -c timezone=UTC',
        },
      }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
