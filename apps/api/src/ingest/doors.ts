import type { ToolKind } from '@plumbline/shared/taxonomy/values/tool';
import { alertmanagerDoor } from './alertmanager/alertmanager-door.js';
import type { Door } from './door.js';

/** Every door that deliveries can be taken in through once more. */
export const doors: readonly Door[] = [alertmanagerDoor];

/** The door that the tool of a kind uses first. */
export const usualDoor: Partial<Record<ToolKind, Door>> = {
  alertmanager: alertmanagerDoor,
  grafana: alertmanagerDoor,
};
