import { faults, lateCauses } from '../../../dossiers/index.ts'
import { faultWords, lateCauseWords, say, type Words } from '../../../words/index.ts'
import { problemOf, type Problem, RadioGroup, SelectField } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  fault: { vi: 'Trễ hạn do', en: 'Whose fault the delay was' },
  needFault: { vi: 'Chọn trễ hạn do ai', en: 'Choose whose fault it was' },
  cause: { vi: 'Nguyên nhân', en: 'Cause' },
  causeHint: { vi: 'Dùng cho thống kê hồ sơ trễ hạn.', en: 'Counted in the reports on late dossiers.' },
  needCause: { vi: 'Chọn nguyên nhân', en: 'Choose the cause' },
} as const satisfies Record<string, Words>

/** Whose fault a delay was and why, in the codes that reports count. */
export function delayFields(acting: Acting) {
  const { dossier, visit, problems } = acting
  const { language } = visit
  return (
    <>
      <RadioGroup
        language={language}
        name="fault"
        label={say(words.fault, language)}
        value={value(acting, 'fault', dossier.lateFault ?? '')}
        {...errorOf(problemOf(problems, 'fault'))}
        options={faults.map((fault) => ({ value: fault, label: say(faultWords[fault], language) }))}
      />
      <SelectField
        language={language}
        name="cause"
        label={say(words.cause, language)}
        hint={say(words.causeHint, language)}
        value={value(acting, 'cause', dossier.lateReason ?? '')}
        {...errorOf(problemOf(problems, 'cause'))}
        options={lateCauses.map((cause) => ({ value: cause, label: say(lateCauseWords[cause], language) }))}
      />
    </>
  )
}

/** What was chosen, or what is to be chosen first. */
export function readDelay(acting: Acting): { body: Record<string, string>; problems: Problem[] } {
  const { language } = acting.visit
  const fault = faults.find((one) => one === value(acting, 'fault'))
  const cause = lateCauses.find((one) => one === value(acting, 'cause'))
  return {
    body: { ...(fault ? { fault } : {}), ...(cause ? { cause } : {}) },
    problems: [
      ...(fault ? [] : [{ field: 'fault', message: say(words.needFault, language) }]),
      ...(cause ? [] : [{ field: 'cause', message: say(words.needCause, language) }]),
    ],
  }
}
