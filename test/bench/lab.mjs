import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch } from '../support/browser.mjs';

/** Pages for benches, each in a fresh browser profile on disk, because a private window keeps its storage in memory. */
export async function openLab(url) {
  const { chromium } = await import('playwright');
  const launch = await chromiumLaunch();
  const opened = [];
  return {
    url,
    async openPage() {
      const profile = mkdtempSync(join(tmpdir(), 'truecause-bench-'));
      const context = await chromium.launchPersistentContext(profile, {
        ...launch,
        headless: true,
        viewport: { width: 1440, height: 900 },
      });
      opened.push({ context, profile });
      return context.pages()[0] ?? context.newPage();
    },
    /**
     * Follows the memory of the browsers' processes (Linux only).
     *
     * @returns {() => number} ends it and gives the peak of the largest process, in bytes; NaN elsewhere
     */
    watchMemory() {
      let peak = Number.NaN;
      const timer = setInterval(() => {
        const largest = largestProcess(opened.map(({ profile }) => profile));
        peak = Number.isNaN(peak) ? largest : Math.max(peak, largest);
      }, 200);
      return () => {
        clearInterval(timer);
        return peak;
      };
    },
    /** Ends every browser that a bench has opened and forgets its profile. */
    async clear() {
      for (const { context, profile } of opened.splice(0)) {
        await context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

/** Resident bytes of the largest process that descends from a browser with one of these profiles. */
function largestProcess(profiles) {
  if (process.platform !== 'linux') return Number.NaN;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(describeProcess);
  const wanted = new Set(
    processes.filter(({ command }) => profiles.some((profile) => command.includes(profile))).map(({ pid }) => pid),
  );
  for (let grown = -1; grown !== wanted.size; ) {
    grown = wanted.size;
    for (const { pid, parent } of processes) if (wanted.has(parent)) wanted.add(pid);
  }
  return Math.max(...processes.filter(({ pid }) => wanted.has(pid)).map(({ resident }) => resident));
}

/** A process that ended meanwhile is none. */
function describeProcess(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const number = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0);
    return [
      {
        pid: Number(pid),
        parent: number('PPid'),
        resident: number('VmRSS') * 1024,
        command: readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      },
    ];
  } catch {
    return [];
  }
}
