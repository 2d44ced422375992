/**
 * What `bean-query` says of three ledgers, per account and currency: units, and for other currencies than USD what they cost.
 * Balance accounts as of the end, results of the last year:
 *
 *     select account, sum(number), currency, sum(number(weight)) where account ~ '^[ALE]' or year = 2008 group by account, currency
 */
export const figures = {
  basic: `
    Assets:AccountsReceivable 0.00 USD
    Assets:BestBank:Checking 3618.80 USD
    Assets:BestBank:Savings 1411.27 USD
    Assets:Cash -1017.67 USD
    Assets:Cash 200.00 CAD 0.00
    Assets:UTrade:Account 40138.45 USD
    Assets:UTrade:Account:AAPL 0 AAPL 0.00
    Assets:UTrade:Account:EWJ 100 EWJ 1334.00
    Equity:Opening-Balances -200.00 CAD 0.00
    Equity:Opening-Balances -48559.87 USD
    Expenses:Books 74.43 USD
    Expenses:Car:Gas 40.00 USD
    Expenses:Charity 50.00 USD
    Expenses:Clothes 161.22 USD
    Expenses:Communications:Mail 4.43 USD
    Expenses:Communications:Phone 121.96 USD
    Expenses:Financial:Commissions 29.85 USD
    Expenses:Financial:Fees 8.50 USD
    Expenses:Food:Alcool 600.00 USD
    Expenses:Food:Grocery 54.03 USD
    Expenses:Food:Restaurant 1971.73 USD
    Expenses:Fun:Movie 24.00 USD
    Expenses:Govt-Services 110.00 USD
    Expenses:Home:Monthly:Condo-Fees 699.08 USD
    Expenses:Home:Monthly:Loan-Interest 1760.70 USD
    Expenses:Insurance:Life 4492.44 USD
    Expenses:Medical 312.00 USD
    Expenses:Sports 120.00 USD
    Expenses:Sports:Gear 89.00 USD
    Expenses:Taxes:US-Federal -77.76 USD
    Expenses:Transportation:Taxi 12.00 USD
    Income:Capital-Gains -228.60 USD
    Income:Dividends -0.68 USD
    Income:Interest:Checking -0.02 USD
    Income:Interest:Savings -198.03 USD
    Income:Salary:AcmeCo -8000.00 USD
    Liabilities:BestBank:Mortgage:Loan 1026.06 USD
    Liabilities:Condo-Management 59.81 USD
    Liabilities:Credit-Card:VISA -241.13 USD`,
  starter: `
    Assets:US:BofABank:Checking 973.03 USD
    Assets:US:BofABank:Savings 2402.81 USD
    Assets:US:ETrade:Investment:AAPL 10 AAPL 4507.20
    Assets:US:ETrade:Investment:Cash 102.10 USD
    Assets:US:ETrade:Investment:HOOL 12 HOOL 9009.92
    Assets:US:Fidelity:Boogle401k:RGAGX 201.02 RGAGX 0.00
    Assets:US:Fidelity:Boogle401k:VBMPX 743.82 VBMPX 0.00
    Assets:US:RealEstate:BrickHome 1 BRICKHOME 175000.00
    Equity:Opening-Balances -201.02 RGAGX 0.00
    Equity:Opening-Balances -743.82 VBMPX 0.00
    Equity:Opening-Balances -89065.31 USD
    Expenses:Financial:Commissions 23.85 USD
    Liabilities:US:Amex:BlueCash -1121.26 USD
    Liabilities:US:BofABank:Mortgage -101832.34 USD`,
  vesting: `
    Assets:US:BofA:Checking 97.19 USD
    Assets:US:Hooli:RSURefund 0.00 USD
    Assets:US:Hooli:Unvested:C123456 705 HOOL.UNVEST 0.00
    Assets:US:Hooli:Unvested:S0012345 1645 HOOL.UNVEST 0.00
    Assets:US:Schwab:HOOL 26 HOOL 3415.62
    Expenses:Hooli:Vested 50 HOOL.UNVEST 0.00
    Expenses:Taxes:TY2015:US:CityNYC 279.17 USD
    Expenses:Taxes:TY2015:US:Federal 1642.11 USD
    Expenses:Taxes:TY2015:US:Medicare 95.26 USD
    Expenses:Taxes:TY2015:US:SocSec 407.26 USD
    Expenses:Taxes:TY2015:US:StateNY 631.89 USD
    Income:US:Hooli:RSU -6568.50 USD`,
} as const;
