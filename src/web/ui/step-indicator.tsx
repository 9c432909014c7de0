import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'

/** “Bước 3/5 – Giấy tờ kèm theo”, for the head of the page title too. `step` counts from 1. */
export function stepWords(steps: readonly string[], step: number, language: Language): string {
  return say(ui.progress.step, language, { step, total: steps.length, name: steps[step - 1] ?? '' })
}

/** Where one stands in a short fixed sequence. It tells; it is never the only way to move. */
export function StepIndicator({
  steps,
  step,
  language,
}: {
  steps: readonly string[]
  step: number
  language: Language
}) {
  return (
    <div class="steps">
      <p class="steps-now">{stepWords(steps, step, language)}</p>
      <ol>
        {steps.map((name, index) => (
          <li class={index < step ? 'steps-reached' : undefined} aria-current={index + 1 === step ? 'step' : undefined}>
            <span class="hidden">
              {name}: {say(stateOf(index + 1, step), language)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function stateOf(position: number, step: number) {
  if (position === step) return ui.progress.stepNow
  return position < step ? ui.progress.stepDone : ui.progress.stepLater
}
