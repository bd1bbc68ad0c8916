import { describe, expect, it } from 'vitest'
import type { LeadField } from '../../../src/domain/leads/lead-form.js'
import { readAnswers } from '../../../src/domain/leads/read-answers.js'
import { PollenError } from '../../../src/errors/pollen-error.js'

const field = (id: number, type: LeadField['type'], more: Partial<LeadField> = {}): LeadField => ({
  id,
  type,
  title: `Question ${id}`,
  text: '',
  description: null,
  required: false,
  options: [],
  ...more,
})

const FORM = [
  field(88, 'text', { required: true }),
  field(89, 'input', { required: true }),
  field(90, 'textarea'),
  field(91, 'checkbox', { options: ['red', 'green'] }),
  field(92, 'radio', { options: ['yes', 'no'] }),
  field(94, 'countries'),
]

describe('readAnswers', () => {
  it.each([
    [{ 89: 'Acme Inc' }, [{ question: 'Question 89', answer: 'Acme Inc' }]],
    [{ 89: 7, 90: '', 91: [] }, [{ question: 'Question 89', answer: '7' }]],
    [
      { 94: 'US', 89: 'Acme', 91: ['green', 'red'], 92: ['yes'] },
      [
        { question: 'Question 89', answer: 'Acme' },
        { question: 'Question 91', answer: ['green', 'red'] },
        { question: 'Question 92', answer: 'yes' },
        { question: 'Question 94', answer: 'US' },
      ],
    ],
    [
      { 89: 'Acme', 91: 'red' },
      [
        { question: 'Question 89', answer: 'Acme' },
        { question: 'Question 91', answer: ['red'] },
      ],
    ],
  ])('reads %j', (sent, answers) => {
    expect(readAnswers(FORM, sent)).toEqual(answers)
  })

  it.each([
    [{}, 'cfields.89', 'The cfields.89 is required.'],
    [{ 89: ' ' }, 'cfields.89', 'The cfields.89 is required.'],
    [{ 89: {} }, 'cfields.89', 'The cfields.89 must be a text.'],
    [{ 89: 'x', 7: 'y' }, 'cfields.7', 'The cfields.7 is no field of the form.'],
    [{ 89: 'x', 91: ['blue'] }, 'cfields.91', 'The cfields.91 must be of red, green.'],
    [{ 89: 'x', 92: ['yes', 'no'] }, 'cfields.92', 'The cfields.92 must be a text.'],
    [
      { 89: 'x', 94: 'Utopia' },
      'cfields.94',
      'The cfields.94 must be a country of ISO 3166, such as US.',
    ],
    [
      { 89: 'x'.repeat(10_001) },
      'cfields.89',
      'The cfields.89 must have at most 10000 characters.',
    ],
  ])('refuses %j', (sent, name, reason) => {
    let thrown: unknown
    try {
      readAnswers(FORM, sent)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(PollenError)
    expect((thrown as PollenError).fields[name]).toEqual([reason])
  })
})
