import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddresses } from './lan-addresses.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null },
];

test('the address of the room comes before those that only this machine knows', () => {
  const found = lanAddresses({
    lo: at('127.0.0.1', true),
    docker0: at('172.17.0.1'),
    tun0: at('10.8.0.2'),
    eth1: at('203.0.113.7'),
    wlan0: at('192.168.1.5'),
    autoconf: at('169.254.3.3'),
    none: undefined,
  });
  expect(found).toEqual(['192.168.1.5', '203.0.113.7', '172.17.0.1', '10.8.0.2']);
});
