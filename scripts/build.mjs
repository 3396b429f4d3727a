// npm run build: what npm start does before it starts.
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
