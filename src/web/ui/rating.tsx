import { type Language, say, ui } from '../../words/index.ts'
import { RadioGroup } from './choices.tsx'

type RatingProps = {
  language: Language
  name?: string
  legend?: string
  value?: number
  error?: string
  optional?: boolean
}

/** One to five in words, best first, so that nobody has to guess what a star means. The form sends `1` … `5`. */
export function Rating({ language, name = 'score', legend, value, error, optional }: RatingProps) {
  const options = ([5, 4, 3, 2, 1] as const).map((score) => ({
    value: String(score),
    label: say(ui.rating[score], language),
  }))
  return (
    <RadioGroup
      language={language}
      name={name}
      label={legend ?? say(ui.rating.legend, language)}
      options={options}
      value={value === undefined ? undefined : String(value)}
      error={error}
      optional={optional}
    />
  )
}
