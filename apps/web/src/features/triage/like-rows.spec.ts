import { likeRows } from './like-rows.js';

const row = (key: string, title: string, system: string | null = null) => ({ key, title, system });
const rows = [
  row('INC-1', 'Nightly evaluation 1041: reward rose, accuracy fell', 'Chat'),
  row('INC-2', 'Nightly evaluation 1042: reward rose, accuracy fell', 'Chat'),
  row('INC-3', 'Nightly evaluation 1043: reward rose, accuracy fell', 'Feed'),
  row('INC-4', 'Nightly evaluation 7: reward rose, helpfulness fell', 'Chat'),
  row('INC-5', 'Hiring screen favours one university', 'Chat'),
  row('INC-6', '1041', 'Chat'),
];

test.each([
  ['INC-1', ['INC-1', 'INC-2', 'INC-3', 'INC-4']],
  ['INC-3', ['INC-1', 'INC-2', 'INC-3']],
  ['INC-5', ['INC-5']],
  ['INC-6', ['INC-6']],
])('like %s are %j', (key, like) => {
  expect(
    likeRows(
      rows,
      rows.find((one) => one.key === key)!,
    ),
  ).toEqual(like);
});
