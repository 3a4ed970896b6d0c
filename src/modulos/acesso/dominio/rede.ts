import { isIPv6 } from 'node:net';

/** What one attacker holds: an IPv4 address, or the /64 of an IPv6 one, whose 2^64 addresses are one customer's. */
export function redeDe(ip: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 !== undefined) return v4;
  if (!isIPv6(ip)) return ip;
  const [antes = '', depois] = ip.toLowerCase().split('%')[0]!.split('::');
  const inicio = antes === '' ? [] : antes.split(':');
  const fim = depois === undefined || depois === '' ? [] : depois.split(':');
  const zeros = depois === undefined ? 0 : Math.max(0, 8 - inicio.length - fim.length);
  const grupos = [...inicio, ...Array.from({ length: zeros }, () => '0'), ...fim];
  return `${grupos
    .slice(0, 4)
    .map((grupo) => grupo.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
