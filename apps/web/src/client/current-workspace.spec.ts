import { workspaceOf } from './current-workspace.js';

test.each([
  ['/w/feed-lab/incidents', 'feed-lab'],
  ['/w/feed-lab', 'feed-lab'],
  ['/sign-in', null],
  ['/check', null],
  ['/w/', null],
])('the workspace of %s is %s', (pathname, slug) => {
  expect(workspaceOf(pathname)).toBe(slug);
});
