import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SerializeOptions,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Route } from '@plumbline/shared/contract/route';

/** Metadata key under which a handler keeps the route it serves. */
export const ROUTE = 'plumbline:route';

/** Makes a controller method serve one operation of the contract: address, status, response schema, access. */
export function Endpoint(route: Route): MethodDecorator {
  const { body } = route.success;
  return applyDecorators(
    RequestMapping({ path: `/api/v1${route.path}`, method: RequestMethod[route.method] }),
    HttpCode(route.success.status),
    SetMetadata(ROUTE, route),
    RouteConfig({ contract: route, bodyLimit: route.bodyLimit, raw: route.rawBody }),
    ...(body ? [SerializeOptions({ schema: body })] : []),
  );
}
