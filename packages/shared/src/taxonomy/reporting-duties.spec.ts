import type { ReportingDuty } from './duties/reporting-duty.js';
import { citation, dutyOf, reportingDuties } from './reporting-duties.js';

const all = Object.entries<ReportingDuty>(reportingDuties);

test('there are 43 duties, and each says who reports what to whom, by which law', () => {
  expect(all).toHaveLength(43);
  for (const [id, duty] of all) {
    expect(id).toMatch(/^[a-z]{2}-[a-z0-9-]+$/);
    for (const words of [duty.name, duty.jurisdiction, duty.law, duty.place, duty.to, duty.who, duty.trigger])
      expect(words).toMatch(/\S/);
  }
});

test('a duty that asks for nothing has no period, and only duties of incidents are proposed', () => {
  const idle = all.filter(([, { kind }]) => kind === 'none');
  expect(idle.map(([, { within }]) => within)).toEqual([null, null]);
  const proposed = all.filter(([, { suits }]) => suits !== null);
  expect(new Set(proposed.map(([, { kind }]) => kind))).toEqual(new Set(['incident']));
});

test.each([
  ['eu-aia-73-general', 15, 'days', 'Art. 73(2)'],
  ['eu-aia-73-death', 10, 'days', 'Art. 73(4)'],
  ['eu-aia-73-widespread-critical', 2, 'days', 'Art. 73(3)'],
  ['us-ca-sb53-15d', 15, 'days', '22757.13(c)(1)'],
  ['us-ny-raise-72h', 72, 'hours', 'GBL 1422'],
  ['eu-dora-initial', 4, 'hours', 'Art. 5(1)(a)'],
  ['eu-gdpr-33', 72, 'hours', 'Art. 33'],
  ['eu-mdr-87-death', 10, 'days', 'Art. 87(5)'],
  ['us-sec-8k', 4, 'business_days', 'Item 1.05'],
])('%s gives %i %s', (id, count, unit, place) => {
  const duty = dutyOf(id)!;
  expect(duty.within).toEqual({ count, unit });
  expect(citation(duty)).toContain(place);
});
