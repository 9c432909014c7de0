import type { Preset, PresetId } from '../preset.ts'
import { demo2026 } from './demo-2026.ts'
import { dlk2024 } from './dlk-2024.ts'
import { hd2019Draft } from './hd-2019-draft.ts'
import { national2026 } from './national-2026.ts'
import { nd45Summary } from './nd45-summary.ts'
import { tth2016 } from './tth-2016.ts'
import { tth2017 } from './tth-2017.ts'

export { national2026 }

/** All presets by their id. A new regulation is one more file and one more line. */
export const presets = {
  'TTH-2016': tth2016,
  'TTH-2017': tth2017,
  'DLK-2024': dlk2024,
  'HD-2019-draft': hd2019Draft,
  'ND45-summary': nd45Summary,
  'national-2026': national2026,
  'demo-2026': demo2026,
} as const satisfies Record<PresetId, Preset>
