import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { serverEnvironment, serverFlags } from '../../bin/server-flags.mjs';
import { projectRoot } from '../../src/places.ts';

const textOf = (name: string): string => readFileSync(join(projectRoot, 'docs/examples', name), 'utf8');
const linesOf = (name: string): string[] =>
  textOf(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const { host, port, trustedProxies } = readConfig({ TRUSTED_PROXIES: '127.0.0.1' });
const upstream = `${host}:${port}`;
const isInstalled = (command: string, ...args: string[]): boolean => spawnSync(command, args).error === undefined;

const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('systemd’s unit is made of sections and settings, and starts what npm start starts', () => {
  const lines = linesOf('campaign-kit.service');
  for (const line of lines) expect(line).toMatch(/^(?:\[(?:Unit|Service|Install)\]|[A-Z][A-Za-z]+=.*)$/);
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const started = scripts.start.replace('node', ['node', ...serverFlags].join(' '));
  expect(lines).toContain(`ExecStart=/opt/campaign-kit/node_modules/.bin/${started}`);
  for (const [name, value] of Object.entries(serverEnvironment))
    expect(lines).toContain(`Environment=${name}=${value}`);
  expect(lines).toContain('StateDirectory=campaign-kit');
  expect(lines).toContain('Environment=DATA_DIR=/var/lib/campaign-kit');
  const patience = /stopPatienceMilliseconds = ([\d_]+)/.exec(
    readFileSync(join(projectRoot, 'src/cli/start.ts'), 'utf8'),
  )?.[1];
  const allowed = lines.find((line) => line.startsWith('TimeoutStopSec='))?.split('=')[1];
  expect(Number(allowed) * 1000).toBeGreaterThan(Number(patience?.replaceAll('_', '')));
});

test.skipIf(!isInstalled('systemd-analyze', '--version'))('systemd itself has nothing to say against it', () => {
  const unit = join(folder, 'campaign-kit.service');
  const text = textOf('campaign-kit.service')
    .replace('/opt/campaign-kit/node_modules/.bin/node', process.execPath)
    .replace('After=network-online.target\nWants=network-online.target\n', '');
  writeFileSync(unit, text);
  const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
  expect(stderr.split('\n').filter((line) => line.includes('campaign-kit.service'))).toEqual([]);
});

test('nginx’s blocks close, its directives end, and it passes on to where the server listens', () => {
  const lines = linesOf('nginx.conf');
  let depth = 0;
  for (const line of lines) {
    expect(line).toMatch(/^(?:[a-z_]+ [^{};]*;|[a-z]+(?: [^{};]*)? \{|\})$/);
    depth += line.endsWith('{') ? 1 : line === '}' ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  expect(lines).toContain(`proxy_pass http://${upstream};`);
  expect(lines).toContain('location = /metrics {');
});

test.skipIf(!isInstalled('nginx', '-v') || !isInstalled('openssl', 'version'))('nginx itself takes it', () => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=campaign.example.org'];
  execFileSync('openssl', [...asked, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const site = textOf('nginx.conf')
    .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
    .replace('/var/cache/nginx/campaign-kit', join(folder, 'cache'))
    .replaceAll(/listen (\[::\]:)?(?:80|443)\b/g, (line) => line.replace('443', '48322').replace('80', '48321'))
    .replaceAll(/listen \[::\].*\n/g, '\n');
  mkdirSync(join(folder, 'logs'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `pid ${folder}/pid; error_log stderr; events {}\nhttp { client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;\n${site}}\n`,
  );
  const { stderr, status } = spawnSync('nginx', ['-t', '-p', folder, '-c', file], { encoding: 'utf8' });
  expect(status === 0 ? '' : stderr).toBe('');
  expect(stderr).not.toMatch(/warn|emerg/);
});

test('Caddy passes on to where the server listens', () => {
  expect(linesOf('Caddyfile')).toEqual([
    'campaign.example.org {',
    'respond /metrics 404',
    `reverse_proxy ${upstream}`,
    '}',
  ]);
});

test.skipIf(!isInstalled('caddy', 'version'))('Caddy itself takes it', () => {
  const config = ['validate', '--adapter', 'caddyfile', '--config', join(projectRoot, 'docs/examples/Caddyfile')];
  expect(spawnSync('caddy', config).status).toBe(0);
});

test.each(['nginx.conf', 'Caddyfile'])('the proxy that %s makes is one that the server may trust', (name) => {
  expect(textOf(name)).toContain(`TRUSTED_PROXIES=${trustedProxies.join(',')}`);
});

test('Prometheus is told where the server listens', () => {
  expect(parse(textOf('prometheus.yml'))).toMatchObject({
    scrape_configs: [{ job_name: 'campaign-kit', static_configs: [{ targets: [upstream] }] }],
  });
});
