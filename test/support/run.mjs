import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Prints a line: these scripts talk to a terminal, the application's code never does. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** The project's package.json, parsed. */
export function manifest() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
}

/**
 * Runs a command in the project's folder, its output streaming through and no standard input.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean, minutes?: number }} [options] ended after `minutes`
 * @returns {Promise<number>} the exit code; 1 when the command could not be started or was ended
 */
export function run(command, args, { env = {}, shell = false, minutes = 30 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell,
    });
    const limit = setTimeout(() => {
      say(`${command} took more than ${minutes} minutes and is ended`);
      child.kill();
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    }, minutes * 60_000);
    const finish = (code) => {
      clearTimeout(limit);
      resolve(code);
    };
    child.once('error', (error) => {
      say(`${command}: ${error.message}`);
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Runs the command line of an installed package by this Node, so that neither the PATH nor npx takes part.
 *
 * @param {string} name of the package
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, bin?: string }} [options] `bin`: which of its commands, when it has several
 * @returns {Promise<number>} the exit code
 */
export function runPackage(name, args, { env, bin = name } = {}) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bins === 'string' ? bins : bins[bin];
  return run(process.execPath, [join(folder, script), ...args], { env });
}
