import { applyDraft, previewCoding } from '../../../src/analysis/coding';
import { CODING } from '../../../src/data/coding/kinds';
import { EngineSession } from '../../../src/data/engine/session';
import { Workspace } from '../../../src/data/workspace';
import { type Coding, NO_CODING, type Rule } from '../../../src/domain/coding';

/** All in ms. */
export interface CodingTimes {
  /** The engine reads every text once: the sum of their lengths. */
  readonly scan: number;
  /** Every rule on every text, and what that would change. */
  readonly preview: number;
  /** The same, written, with facts and checkpoint: what somebody waits for. */
  readonly apply: number;
  readonly rows: number;
  readonly changed: number;
  /** Longest time for which the main thread did not answer. */
  readonly blocked: number;
  /** Reports of progress that came while it was applied. */
  readonly reports: number;
}

const RULES = 200;
const WORDS =
  '漏水 渗水 滴水 卡扣 断裂 裂纹 跳闸 断电 温控 不加热 不通电 异味 怪味 塑料味 划痕 掉漆 锈 水垢 噪音 嗡嗡 松动 显示屏 按键 玻璃 底座 端子 烧熔 麻手 漏电 滤网 说明书 保护膜 干烧 盖子 插座 指示灯 蒸汽 接口 密封圈 焊缝'.split(
    ' ',
  );

/** Rules of two words and three, with alternatives and exclusions; the last one reads also the texts whose file names a failure. */
function draft(): Coding {
  const rules = Array.from({ length: RULES }, (_, at): Rule => {
    const word = (step: number) => WORDS[(at * step + step) % WORDS.length] as string;
    const when = at % 3 === 0 ? `${word(1)} 且 ${word(7)}` : `${word(1)} 或 ${word(3)} 且 非 ${word(11)}`;
    return { id: `r${at}`, when, mode: `现象 ${at % 40}`, part: '', replaces: at === RULES - 1, on: true };
  });
  return { ...NO_CODING, rules };
}

/** Opens what an import has left behind, and codes it. */
export async function coding(watch: () => () => number): Promise<CodingTimes> {
  const session = new EngineSession('mine');
  const state = await session.open();
  if (state.kind !== 'ready') throw new Error(JSON.stringify(state));
  const workspace = await Workspace.open(state.engine);
  await workspace.decisions.change(CODING, (before) => ({ ...before, draft: draft() }));
  const scan = await timed(() =>
    workspace.run('SELECT CAST(sum(strlen(description)) AS DOUBLE) AS n FROM complaint_rows'),
  );
  const preview = await timed(() => previewCoding(workspace, draft()));
  const blocked = watch();
  let reports = 0;
  const onProgress = () => {
    reports += 1;
  };
  const apply = await timed(() => applyDraft(workspace, '', { onProgress }));
  const { rows, changed } = apply.result.effect;
  const times = { scan: scan.ms, preview: preview.ms, apply: apply.ms, rows, changed, blocked: blocked(), reports };
  workspace.close();
  await session.close();
  return times;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { ms: performance.now() - begun, result };
}
