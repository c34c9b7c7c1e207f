import { normalised, placesOf } from '../../shared/tables/headers'
import { fittingTables, recogniseTable } from '../../shared/tables/recognise'
import type { TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { columnReader, openTable } from '../../shared/tables/table'
import { isCellError } from '../../shared/values'
import { referenceFile } from '../support/reference'
import { coreMatrix, readTable, sampleTable } from '../support/tables'

/** Headers as reports and exports have them: labels, then internal names. */
const exports: readonly [TableName | undefined, string, string][] = [
  [
    'leads',
    'Salesforce lead report',
    'Lead ID, Lead Owner, First Name, Last Name, Company / Account, Email, Lead Source, Lead Status, Created Date, Converted Date, Converted Opportunity ID',
  ],
  [
    'leads',
    'Salesforce Lead object',
    'Id, IsDeleted, LastName, FirstName, Name, Company, State, Phone, Email, Website, LeadSource, Status, Industry, Rating, AnnualRevenue, NumberOfEmployees, OwnerId, IsConverted, ConvertedDate, ConvertedAccountId, ConvertedOpportunityId, CreatedDate, Issued_At__c',
  ],
  [
    'leads',
    'Salesforce Lead object, few fields',
    'Id, OwnerId, CreatedDate, Status, LeadSource, ConvertedDate',
  ],
  [
    'leads',
    'HubSpot contacts',
    'Record ID, First Name, Last Name, Email, Phone Number, Contact owner, Associated Company, Last Activity Date, Lead Status, Marketing contact status, Create Date',
  ],
  [
    'leads',
    'HubSpot contact properties',
    'hs_object_id, createdate, hubspot_owner_id, hubspot_owner_assigneddate, hs_lead_status, hs_analytics_source, hs_time_to_first_engagement, lifecyclestage, email',
  ],
  [
    'deals',
    'Salesforce opportunity report',
    'Opportunity Owner, Account Name, Opportunity Name, Stage, Fiscal Period, Amount, Probability (%), Age, Close Date, Created Date, Next Step, Lead Source, Type, Opportunity ID',
  ],
  [
    'deals',
    'Salesforce Opportunity object',
    'Id, AccountId, Name, StageName, Amount, Probability, CloseDate, Type, LeadSource, IsClosed, IsWon, ForecastCategoryName, OwnerId, CreatedDate',
  ],
  [
    'deals',
    'Salesforce opportunities, few columns',
    'Opportunity ID, Stage, Amount, Close Date, Created Date',
  ],
  [
    'deals',
    'HubSpot deals',
    'Record ID, Deal Name, Deal Stage, Close Date, Deal owner, Amount, Create Date, Pipeline, Deal Type, Associated Company, Deal probability',
  ],
  [
    'deals',
    'HubSpot deal properties',
    'hs_object_id, dealname, dealstage, closedate, amount, createdate, pipeline, hubspot_owner_id, hs_is_closed_won, hs_is_closed, deal_currency_code',
  ],
  [
    'deals',
    'a CRM teaching set',
    'opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value',
  ],
  ['costs', 'a ledger export', 'Posting Date, Account name, Amount, Department'],
  ['costs', 'a media plan', 'Date, Component, Spend, Campaign'],
  ['costs', 'an expense list', 'Invoice Date, Category, Net Amount, Cost Centre, Currency, Description'],
  [
    'activities',
    'Salesforce tasks and events',
    'Activity ID, Assigned, Subject, Date, Type, Status, Call Result, Lead, Opportunity, Company / Account, Created Date',
  ],
  [
    'activities',
    'Salesforce Task object',
    'Id, WhoId, WhatId, Subject, ActivityDate, Status, Priority, OwnerId, Type, IsClosed, CallDurationInSeconds, CallType, CallDisposition, CreatedDate, TaskSubtype',
  ],
  [
    'activities',
    'HubSpot activities',
    'Record ID, Activity date, Activity type, Activity assigned to, Call direction, Call outcome, Associated Contact IDs, Create Date',
  ],
  ['activities', 'a hand-kept list', 'at, type, rep, lead_id, deal_id, duration_min'],
  ['targets', 'HubSpot goals', 'Goal name, Assignee, Team, Start date, End date, Target amount, Status'],
  ['targets', 'a hand-kept list', 'metric, owner, segment, period_start, period_end, target, direction'],
  [
    'quotas',
    'Salesforce ForecastingQuota object',
    'Id, QuotaOwnerId, StartDate, QuotaAmount, CurrencyIsoCode, CreatedDate',
  ],
  ['quotas', 'a hand-kept list', 'Rep, Period, Quota, Ramp'],
  [
    'subscriptions',
    'Salesforce CPQ subscriptions',
    'Id, SBQQ__Account__c, SBQQ__StartDate__c, SBQQ__EndDate__c, SBQQ__NetPrice__c, SBQQ__SubscriptionTerm__c, CurrencyIsoCode, CreatedDate',
  ],
  [
    'subscriptions',
    'HubSpot line items',
    'Record ID, Name, Billing start date, Recurring billing end date, Term (months), Net price, Associated Company, Create Date',
  ],
  [
    'subscriptions',
    'a billing export',
    'Customer ID, Start Date (UTC), Ended At (UTC), Amount, Term (months), Type',
  ],
  [
    'surveys',
    'HubSpot feedback submissions',
    'Record ID, Contact ID, Submission Date, Rating, Survey type, Survey name, Create Date',
  ],
  ['surveys', 'a survey tool', 'Respondent ID, Email Address, Response Date, NPS Score, Question'],
  [
    'stage_history',
    'Salesforce opportunity history report',
    'Opportunity ID, Opportunity Name, From Stage, To Stage, Amount, Probability (%), Last Modified, Last Modified By, Close Date',
  ],
  [
    'stage_history',
    'Salesforce OpportunityHistory object',
    'Id, OpportunityId, CreatedById, CreatedDate, StageName, Amount, ExpectedRevenue, CloseDate, Probability, ForecastCategory',
  ],
  ['stage_history', 'HubSpot property history', 'Record ID, Deal Stage, Change date'],
  [
    'touches',
    'Salesforce campaign members',
    'Campaign Name, Campaign Member ID, Lead ID, Lead Source, Member Status, Member First Responded Date, Created Date',
  ],
  [
    'touches',
    'Salesforce CampaignMember object',
    'Id, CampaignId, LeadId, ContactId, Status, HasResponded, FirstRespondedDate, CreatedDate',
  ],
  ['touches', 'a tracking export', 'lead_id, timestamp, utm_medium, utm_campaign'],
  ['reps', 'Salesforce users', 'Full Name, Title, Manager, Start Date, User Role'],
  ['reps', 'a hand-kept list', 'rep, start, end, role, territory, manager'],
  ['scored_calls', 'a coaching tool', 'Conversation ID, Call Date, Sales Rep, Scorecard, Score'],
  ['scored_calls', 'a hand-kept list', 'call_id, at, rep, rubric, score'],
  [
    'accounts',
    'Salesforce account report',
    'Account ID, Account Name, Account Owner, Type, Rating, Billing State/Province, Last Activity, Last Modified Date',
  ],
  [
    'accounts',
    'Salesforce Account object',
    'Id, Name, Type, ParentId, BillingState, Phone, Website, Industry, AnnualRevenue, NumberOfEmployees, OwnerId, CreatedDate, Rating, AccountSource',
  ],
  [
    'accounts',
    'HubSpot companies',
    'Record ID, Company name, Company owner, Create Date, Phone Number, Last Activity Date, City, Country/Region, Industry',
  ],
  [
    'accounts',
    'HubSpot company properties',
    'hs_object_id, name, domain, industry, numberofemployees, hubspot_owner_id, createdate, hs_ideal_customer_profile',
  ],
  ['accounts', 'a hand-kept list', 'account_id, tier'],
  [undefined, 'an address list', 'Name, Address, Phone'],
  [undefined, 'a price list', 'product, series, sales_price'],
  [undefined, 'a column of names', 'Owner'],
  [undefined, 'nothing', ''],
]

test.each(exports)('%s: %s', (table, _what, headers) => {
  expect(recogniseTable(headers.split(', '))).toBe(table)
  expect(recogniseTable(headers.split(', ').reverse())).toBe(table)
})

test.each(Object.keys(schemas))('%s by its canonical names', name => {
  const columns = Object.keys(schemas[name as TableName].columns)
  expect(recogniseTable(columns)).toBe(name)
  expect(recogniseTable(columns.filter(column => schemas[name as TableName].columns[column]?.key))).toBe(
    columns.filter(column => schemas[name as TableName].columns[column]?.key).length > 1 ? name : undefined,
  )
})

test.each(['leads', 'deals', 'costs'] as const)(
  'the sample of %s is recognised, in any order of its columns',
  name => {
    const [headers = []] = sampleTable(name)
    expect(recogniseTable(headers.map(String))).toBe(name)
    expect(recogniseTable(headers.map(String).reverse())).toBe(name)
  },
)

test('tables that fit alike are all named, and none is taken', () => {
  const both = ['respondent', 'at', 'score', 'kind', 'call_id', 'rubric']
  expect(fittingTables(both.map(normalised))).toEqual(['surveys', 'scored_calls'])
  expect(recogniseTable(both)).toBe(undefined)
  expect(fittingTables([...both, 'question'].map(normalised))).toEqual(['surveys'])
})

test('of tables that know as many headers, the one that asks for more of them fits', () => {
  expect(recogniseTable(['Opportunity ID', 'Stage', 'Created Date', 'Amount'])).toBe('deals')
  expect(recogniseTable(['Opportunity ID', 'Stage', 'Change Date', 'Amount'])).toBe('stage_history')
})

const samples = [
  ['sales_pipeline', 'deals'],
  ['sales_teams', 'reps'],
  ['accounts', 'accounts'],
  ['products', undefined],
] as const
const present = referenceFile('data', 'crm-opportunities', 'accounts.csv') !== undefined
const testSamples = present ? test.each(samples) : test.skip.each(samples)

testSamples('the file %s of the CRM teaching set is a table of %s', (file, name) => {
  const range = coreMatrix(readTable(referenceFile('data', 'crm-opportunities', `${file}.csv`) ?? ''))
  const table = openTable(range, 1)
  expect(isCellError(table) ? undefined : table.schema.name).toBe(name)
  if (isCellError(table)) return
  expect(table.rows).toHaveLength(range.length)
  for (const column of Object.keys(table.schema.columns)) {
    if (placesOf(table.schema, column, table.headers).length === 0) continue
    const read = columnReader(table, column)
    expect(() => table.rows.map((_, row) => row > 0 && read(row))).not.toThrow()
  }
})
