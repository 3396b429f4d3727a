import { addressOf, type QueryValues } from './address.js';
import { workspaceOf } from './current-workspace.js';

/**
 * Has the browser save a file that the server makes, as it arrives; nothing of it is held in the page.
 * @param path below `/api/v1`, such as `/incidents/export`
 */
export function downloadFile(path: string, query: QueryValues): void {
  const link = document.createElement('a');
  link.href = addressOf(path, {}, { ...query, workspace: workspaceOf(location.pathname) });
  // The server names the file. The attribute keeps this page where it is, also when the answer is a refusal.
  link.download = '';
  link.click();
}
