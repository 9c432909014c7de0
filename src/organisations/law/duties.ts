/** The fields of work by which a process names an agency without naming a province's unit: police, social insurance, health … */
export const duties = [
  'commune',
  'police',
  'social-insurance',
  'tax',
  'health',
  'social-facility',
  'construction',
  'finance',
  'agriculture',
  'home-affairs',
  'culture',
  'fire-police',
  'committee-office',
  'digital-transformation',
] as const

export type Duty = (typeof duties)[number]

export function isDuty(text: string): text is Duty {
  return (duties as readonly string[]).includes(text)
}
