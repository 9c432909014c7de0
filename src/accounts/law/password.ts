/**
 * At least eight signs, with a small letter, a capital, a digit and another sign.
 * @law QCVN 12:2026/BCA (mật khẩu)
 * @req S1-20.2
 */
export function isStrongPassword(password: string): boolean {
  return (
    [...password].length >= 8 &&
    /\p{Ll}/u.test(password) &&
    /\p{Lu}/u.test(password) &&
    /\p{Nd}/u.test(password) &&
    /[^\p{L}\p{Nd}\s]/u.test(password)
  )
}
