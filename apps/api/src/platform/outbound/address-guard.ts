import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** An address on the way out that is not the outer world's. */
export class RefusedAddress extends Error {}

/** Finds the addresses of a name; replaced in tests by one that lies. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

const resolveName: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

// Apart, since a list compares an address of either version with nets of both.
const inner = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const net of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])
  add(inner.ipv4, net);
// Only 2000::/3 is given out to the world, and of it not what holds an older address within.
for (const net of ['::/3', '4000::/2', '8000::/1', '2001::/32', '2001:db8::/32', '2002::/16'])
  add(inner.ipv6, net);

function add(list: BlockList, net: string): void {
  const [address, prefix] = net.split('/') as [string, string | undefined];
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
}

/**
 * Lets requests go out to the world only: not to this machine, its network, or what a cloud keeps at 169.254. Names
 * are resolved once, here, and the connection goes to what was checked, so that a name cannot change in between.
 */
export class AddressGuard {
  private readonly allowed = new BlockList();

  /** @param allowed networks that are meant all the same: `127.0.0.1`, `10.2.0.0/16` */
  constructor(
    allowed: readonly string[],
    private readonly resolve: Resolve = resolveName,
  ) {
    for (const net of allowed) add(this.allowed, net);
  }

  mayCall(address: string): boolean {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    return this.allowed.check(address, family) || !inner[family].check(address, family);
  }

  /**
   * The addresses of a host that may be called.
   * @param hostname as in a URL: a name, or an address, of version 6 in brackets
   * @throws RefusedAddress when there is none
   */
  async addressesOf(hostname: string): Promise<{ address: string; family: number }[]> {
    const bare = hostname.replace(/^\[|\]$/g, '');
    const family = isIP(bare);
    const found = family ? [{ address: bare, family }] : await this.resolve(bare);
    const fit = found.filter(({ address }) => this.mayCall(address));
    if (fit.length > 0) return fit;
    throw new RefusedAddress(
      `${bare} leads to this machine or its own network. An operator can allow it with PLUMBLINE_OUTBOUND_ALLOW.`,
    );
  }
}
