import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { each, misread, notFound, wrong } from './cases.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const registration = {
  kind: 'person',
  username: 'nguoi.moi',
  password: 'Mat-Khau-9',
  displayName: 'Trần Văn Mới',
  identityNumber: '046085007777',
  acceptTerms: true,
}

test('signing in with a request that is not whole is told where', () =>
  each(at, [
    [
      'a field too many',
      null,
      'POST',
      '/sessions',
      { username: 'congdan', password: 'Demo@12345', role: 'admin' },
      misread('role'),
    ],
    ['no password', null, 'POST', '/sessions', { username: 'congdan' }, misread('password')],
    ['an empty name', null, 'POST', '/sessions', { username: ' ', password: 'x' }, misread('username')],
    ['a list for a name', null, 'POST', '/sessions', { username: ['congdan'], password: 'x' }, misread('username')],
    ['a list', null, 'POST', '/sessions', [], misread('')],
    ['nothing', null, 'POST', '/sessions', undefined, misread('username')],
    [
      'a wrong password',
      null,
      'POST',
      '/sessions',
      { username: 'congdan', password: 'Demo@12346' },
      { status: 401, refusal: 'sign-in-failed' },
    ],
    ['a password with NUL', null, 'POST', '/sessions', { username: 'congdan', password: 'a\0b' }, misread('password')],
  ]))

test('an account is not opened with a field missing, malformed or weak [S1-10.1a] [S0-4.1]', () => {
  const but = (change: object) => ({ ...registration, ...change })
  return each(at, [
    ['no name', null, 'POST', '/accounts', but({ displayName: undefined }), misread('displayName')],
    ['no identity number', null, 'POST', '/accounts', but({ identityNumber: undefined }), misread('identityNumber')],
    ['no kind', null, 'POST', '/accounts', but({ kind: undefined }), misread('kind')],
    ['an officer by oneself', null, 'POST', '/accounts', but({ kind: 'officer' }), misread('kind')],
    ['the terms not accepted', null, 'POST', '/accounts', but({ acceptTerms: false }), misread('acceptTerms')],
    ['a role of one’s own', null, 'POST', '/accounts', but({ role: 'administrator' }), misread('role')],
    ['a name with a slash', null, 'POST', '/accounts', but({ username: '../admin' }), misread('username')],
    [
      'a name of digits',
      null,
      'POST',
      '/accounts',
      but({ displayName: '123 !!!' }),
      wrong('name-wrong', 'displayName'),
    ],
    [
      'a name nobody can read',
      null,
      'POST',
      '/accounts',
      but({ displayName: 'Trần\u202eVăn' }),
      misread('displayName'),
    ],
    ['a name that looks like another', null, 'POST', '/accounts', but({ username: 'cоngdan' }), misread('username')],
    ['a malformed e-mail', null, 'POST', '/accounts', but({ email: 'thu@' }), misread('email')],
    ['a birthday in words', null, 'POST', '/accounts', but({ birthDate: 'hôm qua' }), misread('birthDate')],
    ['a weak password', null, 'POST', '/accounts', but({ password: 'matkhau1' }), wrong('password-weak', 'password')],
    [
      'eleven digits',
      null,
      'POST',
      '/accounts',
      but({ identityNumber: '04608500777' }),
      wrong('identity-number-wrong', 'identityNumber'),
    ],
    [
      'a tax code that does not add up',
      null,
      'POST',
      '/accounts',
      but({ kind: 'organisation', identityNumber: '0109998884' }),
      wrong('tax-code-wrong', 'identityNumber'),
    ],
    [
      'a name that is taken',
      null,
      'POST',
      '/accounts',
      but({ username: 'congdan' }),
      { status: 409, refusal: 'username-taken', at: 'username' },
    ],
  ])
})

test('lists are asked for in the published terms, and what is not there is not found', () =>
  each(at, [
    ['no limit', null, 'GET', '/procedures?limit=0', undefined, misread('limit')],
    ['a limit in words', null, 'GET', '/procedures?limit=many', undefined, misread('limit')],
    ['a level that is none', null, 'GET', '/procedures?level=village', undefined, misread('level')],
    ['a question too long', null, 'GET', `/procedures?q=${'a'.repeat(201)}`, undefined, misread('q')],
    ['NUL in a question', null, 'GET', '/procedures?q=a%00b', undefined, misread('q')],
    ['a queue that is none', 'tiepnhan', 'GET', '/dossiers?queue=secret', undefined, misread('queue')],
    ['too much at once', 'tiepnhan', 'GET', '/dossiers?limit=101', undefined, misread('limit')],
    ['an unknown procedure', null, 'GET', '/procedures/9.999999', undefined, notFound],
    ['an unknown code', null, 'GET', '/lookup/H99.31.01-260302-9999', undefined, notFound],
    ['NUL in a code', null, 'GET', '/lookup/a%00', undefined, misread('key')],
    ['an unknown result', null, 'GET', '/verify/AAAAA-AAAAA', undefined, notFound],
    ['an unknown address', 'congdan', 'GET', '/nowhere', undefined, notFound],
    ['an unknown method', 'congdan', 'PUT', '/dossiers', {}, notFound],
  ]))
