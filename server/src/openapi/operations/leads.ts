import type { Operations } from '../operation.js'
import { deprecated } from './deprecated.js'

const LEAD = { id: 1 }
const conversion = { id: 1, commission_transaction_amount: 100 }

export const leads: Operations = {
  'GET /v1/leads': {
    summary: 'List leads',
    answer: { list: 'Lead' },
    examples: [
      { title: 'List leads', query: { sort: 'asc' } },
      {
        title: 'List what one partner waits for',
        query: { status: 'submitted', partner_key: 'jane' },
      },
    ],
  },
  'POST /v1/leads': {
    summary: 'Submit a lead',
    answer: 'Lead',
    status: 201,
    examples: [
      {
        title: 'Submit a lead',
        body: { name: 'Cem Brown', email: 'cem@example.com', partner: { key: 'ref_123' } },
      },
    ],
  },
  'GET /v1/leads/details': {
    summary: 'Get what is asked of leads',
    answer: 'LeadForm',
    examples: [{ title: 'Get the form' }],
  },
  'PUT /v1/leads/details': {
    summary: 'Set what is asked of leads',
    answer: 'LeadForm',
    examples: [
      {
        title: 'Ask for the size of the company',
        body: {
          leads_enabled: true,
          leads_custom_form_fields: [{ type: 'text', title: 'Employees', required: false }],
        },
      },
    ],
  },
  'GET /v1/leads/convert': {
    summary: 'Convert a lead (older clients)',
    description: `${deprecated} It takes the scope write.`,
    answer: 'Lead',
    examples: [{ title: 'Convert', query: conversion }],
  },
  'POST /v1/leads/convert': {
    summary: 'Convert a lead into a customer',
    answer: 'Lead',
    examples: [{ title: 'Convert with a first sale', body: conversion }],
  },
  'GET /v1/leads/reject': {
    summary: 'Reject a lead (older clients)',
    description: `${deprecated} It takes the scope write.`,
    answer: 'Lead',
    examples: [{ title: 'Reject', query: LEAD }],
  },
  'POST /v1/leads/reject': {
    summary: 'Reject a lead',
    answer: 'Lead',
    examples: [{ title: 'Reject a lead', body: LEAD }],
  },
  'GET /v1/leads/{id}': {
    summary: 'Get a lead',
    answer: 'Lead',
    examples: [{ title: 'Get a lead', path: LEAD }],
  },
  'DELETE /v1/leads/{id}': {
    summary: 'Delete a lead',
    answer: 'done',
    examples: [{ title: 'Delete a lead', path: LEAD }],
  },
}
