/**
 * Whether a name holds what was meant: as many words in a row as were asked, each with at most one letter wrong, missing or too many (two
 * in words of six letters and more), and at most one wrong letter for every four asked. In what is shorter than eight letters a letter may be
 * missing or too many, but not another one: too many words differ in one. Shared letters alone are no likeness.
 */
export function isNearlyIn(asked: Spoken, name: Spoken): boolean {
  const wanted = words(asked)
  const found = words(name)
  const letters = asked.text.replaceAll(' ', '').length
  const most = Math.max(1, Math.floor(letters / 4))
  for (let at = 0; at + wanted.length <= found.length; at += 1) {
    let wrong = 0
    for (let next = 0; next < wanted.length && wrong <= most; next += 1)
      wrong += wrongLetters(wanted[next]!, found[at + next]!, letters >= shortest)
    if (wrong <= most) return true
  }
  return false
}

/** A text as written and as it sounds, word by word. */
export type Spoken = { readonly text: string; readonly sound: string }
type Word = { readonly text: string; readonly sound: string }
const shortest = 8

function words({ text, sound }: Spoken): Word[] {
  const sounds = sound.split(' ')
  return text.split(' ').map((one, at) => ({ text: one, sound: sounds[at] ?? one }))
}

/** Letters that differ, none when both sound the same; infinite when it is another word. */
function wrongLetters(asked: Word, found: Word, mayReplace: boolean): number {
  if (asked.text === found.text || asked.sound === found.sound) return 0
  const { length } = asked.text
  if (!mayReplace && length === found.text.length) return Number.POSITIVE_INFINITY
  if (length <= 3 && length === found.text.length && !found.text.startsWith(asked.text.slice(0, 2)))
    return Number.POSITIVE_INFINITY
  const wrong = distance(asked.text, found.text)
  return wrong <= (length >= 6 ? 2 : 1) ? wrong : Number.POSITIVE_INFINITY
}

/** How many letters must be changed, left out, put in or swapped with their neighbour to make one word of the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
