import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EVERYTHING, type Scope, scopeOf } from '../../src/domain/scope';
import { ScopeChips } from '../../src/ui/ScopeChips';
import { render } from '../support/render';

const SCOPE = scopeOf([
  { kind: 'oneOf', field: 'model', values: ['A', 'B', 'C', 'D', 'E'] },
  { kind: 'oneOf', field: 'severity', values: ['critical', null] },
  { kind: 'noneOf', field: 'x_班组', values: ['甲'] },
  { kind: 'period', field: 'received_at', from: '2025-01-01', until: '2025-04-01' },
  { kind: 'range', field: 'cost', min: 10 },
  { kind: 'contains', field: 'description', text: '漏电' },
  { kind: 'oneOf', field: 'safety_related', values: ['true'] },
]);

function Chips({ initial }: { readonly initial: Scope }) {
  const [scope, setScope] = useState(initial);
  return (
    <ScopeChips
      scope={scope}
      onRemove={(gone) => setScope(scope.filter((predicate) => predicate !== gone))}
      onClear={() => setScope(EVERYTHING)}
    />
  );
}

const texts = () => [...document.querySelectorAll('li')].map((chip) => chip.textContent);

it('says each predicate in words', async () => {
  await render(<Chips initial={SCOPE} />);
  await expect
    .poll(texts)
    .toEqual([
      'Cost ≥ 10',
      'Description contains “漏电”',
      'Model: A, B, C and 2 more',
      'Received: 2025-01-01 to 2025-03-31',
      'Safety related: Yes',
      'Severity: Blank, Critical',
      '班组: not 甲',
    ]);
});

it('says them in Chinese', async () => {
  await render(<Chips initial={SCOPE} />, 'zh-CN');
  await expect
    .poll(texts)
    .toEqual([
      '费用 ≥ 10',
      '问题描述含“漏电”',
      '型号：A、B、C等，另有 2 项',
      '受理时间：2025-01-01 至 2025-03-31',
      '涉及安全：是',
      '严重度：空白、紧急',
      '班组：除甲以外',
    ]);
});

it('removes one by mouse, by Delete, and all at once', async () => {
  await render(<Chips initial={SCOPE} />);
  await page.getByRole('button', { name: 'Remove filter: Cost ≥ 10' }).click();
  await expect.poll(() => texts().length).toBe(6);
  (page.getByRole('button', { name: /Model/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{Delete}');
  await expect.poll(texts).not.toContain('Received: 2025-01-01 to 2025-03-31');
  expect(document.activeElement?.getAttribute('aria-label')).toContain('Model');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.element(page.getByText('All complaints')).toBeVisible();
});
