import { AddressGuard, RefusedAddress } from './address-guard.js';

const guard = new AddressGuard(['127.0.0.1', '10.2.0.0/16', 'fd00::7']);

test.each([
  '127.0.0.2',
  '10.3.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.2',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  'fe80::1',
  'fc00::1',
  '2002:7f00:1::',
  'ff02::1',
])('%s is not called', (address) => {
  expect(guard.mayCall(address)).toBe(false);
});

test.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '127.0.0.1', '10.2.9.9', 'fd00::7'])(
  '%s is called: it is of the world, or was allowed',
  (address) => {
    expect(guard.mayCall(address)).toBe(true);
  },
);

test.each(['http://0x7f000002/', 'http://2130706434/', 'http://[::ffff:7f00:2]/', 'http://127.2/'])(
  '%s is seen through',
  async (url) => {
    await expect(guard.addressesOf(new URL(url).hostname)).rejects.toThrow(RefusedAddress);
  },
);

test('a name that first leads outside and then inside is looked at each time, and used as it was looked at', async () => {
  const answers = [
    [{ address: '93.184.216.34', family: 4 }],
    [{ address: '169.254.169.254', family: 4 }],
    [
      { address: '192.168.1.1', family: 4 },
      { address: '93.184.216.34', family: 4 },
    ],
  ];
  const rebinding = new AddressGuard([], async () => answers.shift()!);
  expect(await rebinding.addressesOf('a.example')).toEqual([{ address: '93.184.216.34', family: 4 }]);
  await expect(rebinding.addressesOf('a.example')).rejects.toThrow(/a\.example leads to this machine/);
  expect(await rebinding.addressesOf('a.example')).toEqual([{ address: '93.184.216.34', family: 4 }]);
});
