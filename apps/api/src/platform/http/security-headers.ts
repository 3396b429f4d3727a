import type { SecurityHeadersOptions } from '@nestjs/common';
import type { Config } from '../config.js';

/** Headers of every response. Pages and the API documentation replace the content policy by their own. */
export function securityHeaders(config: Config): SecurityHeadersOptions {
  const https = config.publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  };
}
