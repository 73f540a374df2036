import { afterEach, expect, it } from 'vitest';
import { applyEdit } from '../../src/features/sql/Editor';
import { indented, outdented } from '../../src/features/sql/editing';

function areaWith(text: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  document.body.append(area);
  area.focus();
  document.execCommand('insertText', false, text);
  return area;
}

afterEach(() => document.body.replaceChildren());

it('takes an indent back as if it had been typed', () => {
  const area = areaWith('SELECT 1');
  applyEdit(area, indented);
  expect(area.value).toBe('SELECT 1  ');
  document.execCommand('undo');
  expect(area.value).toBe('SELECT 1');
});

it('leaves the text and its undo history alone where there is no indent to take off', () => {
  const area = areaWith('SELECT 1');
  applyEdit(area, outdented);
  expect(area.value).toBe('SELECT 1');
  document.execCommand('undo');
  expect(area.value).toBe('');
});
