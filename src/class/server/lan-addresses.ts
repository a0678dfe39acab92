import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Bridges of containers and virtual machines, and tunnels: nobody in the room can reach them. */
const UNLIKELY = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|vEthernet|VirtualBox|VMware)/i;
/** Networks of homes, schools and companies (RFC 1918). */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** The IPv4 addresses under which others reach this machine, the likeliest first. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, doubts: (UNLIKELY.test(name) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1) })),
  );
  return found.sort((a, b) => a.doubts - b.doubts).map(({ address }) => address);
}
