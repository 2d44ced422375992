// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description Answers as long as the process runs, whatever the database does.
         */
        get: operations["system.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the server ready
         * @description Whether every part that requests need answers; says which does not.
         */
        get: operations["system.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Version of the server
         * @description Version of the server and of the contract that it implements.
         */
        get: operations["system.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the schema
         * @description Every migration that the server or the database knows, and the servers that speak to the database. Answered on an old schema too. For keys of the platform, as everything here.
         */
        get: operations["migrations.status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/migrations/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What up would do
         * @description The steps that are pending, how each works, and why one would be refused now. Nothing is changed.
         */
        get: operations["migrations.plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/migrations/up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Apply what is pending
         * @description Works for some seconds and answers how far it has come: call it again until `isDone`, on any server. Calls that run at once do the work once. A step that takes longer goes on behind the answer, and the same call to the same server hears how it ended. 409 when a step has to wait: older servers still run, a lock was not to be had, or this server is at work on another call; `detail` has the remedy, and what was done before stays done.
         */
        put: operations["migrations.up"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/migrations/down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take back the last migrations
         * @description Down to a number, in the way of `migrations.up`. 409 for a contract, for what has no way back, and while a server runs that needs it.
         */
        put: operations["migrations.down"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Keys of the tenant; without a tenant, a platform key lists the keys of the platform. Secrets are never shown again.
         */
        get: operations["apiKeys.list"];
        put?: never;
        /**
         * Create an API key
         * @description The key belongs to the tenant of the request; made by a platform key without a tenant, to the platform. A key gives no scope that it does not hold itself.
         */
        post: operations["apiKeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description The key of the request, its scopes and its tenant. Any valid key may ask.
         */
        get: operations["apiKeys.current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It is refused from now on, also in the middle of an import. Cannot be undone; revoking twice is harmless.
         */
        delete: operations["apiKeys.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description All tenants by slug, one page at a time.
         */
        get: operations["tenants.list"];
        put?: never;
        /**
         * Create a tenant
         * @description A legal entity with empty books, state `setup`. `chart` gives it accounts, journals and account roles; no fiscal year is opened.
         */
        post: operations["tenants.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a tenant
         * @description By slug or id. A tenant's own key may read its own tenant; any other is 404.
         */
        get: operations["tenants.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a tenant
         * @description What is named is replaced, null clears, what is absent stays. Slug and base currency are fixed once used: `field_fixed`. From `live` there is no way back to `setup`.
         */
        patch: operations["tenants.update"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Empty the ledger of a tenant
         * @description Removes entries, drafts, settlements, imports, exports and years, and keeps accounts, journals, parties and the other reference data. Numbers start again. Only in state `setup`, else 409.
         */
        post: operations["tenants.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a tenant
         * @description Its books can be read and exported, and its keys revoked; whatever else would change something is refused as `conflict` until it is resumed. Other servers on the same database know it at most a second later, and what is queued for a job or being written by one already, such as the commit of an import, is written. Suspending twice is harmless. Needs a key of the platform.
         */
        post: operations["tenants.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a suspended tenant
         * @description It is what it was before, `setup` or `live`. Resuming twice is harmless. Needs a key of the platform.
         */
        post: operations["tenants.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a tenant from its file
         * @description What `tenants.apply` would create, change and remove, what cannot be changed any more and why. Writes nothing. The tenant need not exist yet: a key of the platform may plan a new one.
         */
        post: operations["tenants.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a tenant as its file says
         * @description All of the plan in one transaction, or nothing. Applied again it does nothing. What cannot be changed any more refuses the whole, `field_fixed`; with the `revision` of a plan as `If-Match`, a tenant that has moved since does.
         */
        post: operations["tenants.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Write the file of a tenant
         * @description The file that makes an empty tenant like this one; its own plan is empty. Without parties and entries, which are imported and exported.
         */
        get: operations["tenants.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Accounts by code, one page at a time.
         */
        get: operations["accounts.list"];
        put?: never;
        /**
         * Create an account
         * @description Adds one account to the chart; `code_in_use` when there is one with this code.
         */
        post: operations["accounts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an account
         * @description By code or id.
         */
        get: operations["accounts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update an account
         * @description What is named is replaced, null clears, what is absent stays. Code, `statement`, `currency` and `control` are fixed once a posted line uses the account: `field_fixed`.
         */
        patch: operations["accounts.update"];
        trace?: never;
    };
    "/v1/accounts/{account}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive an account
         * @description Blocks new use and never hides history. Reversals of old lines still reach it.
         */
        post: operations["accounts.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List journals
         * @description Journals by code, one page at a time.
         */
        get: operations["journals.list"];
        put?: never;
        /**
         * Create a journal
         * @description Adds a journal, and a number series of its own unless `series` names one.
         */
        post: operations["journals.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals/{journal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a journal
         * @description By code or id.
         */
        get: operations["journals.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a journal
         * @description What is named is replaced, null clears, what is absent stays. The code is fixed once used: `field_fixed`.
         */
        patch: operations["journals.update"];
        trace?: never;
    };
    "/v1/journals/{journal}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a journal
         * @description Blocks new entries and never hides history.
         */
        post: operations["journals.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List number series
         * @description Number series by code, one page at a time.
         */
        get: operations["series.list"];
        put?: never;
        /**
         * Create a number series
         * @description Adds a number series.
         */
        post: operations["series.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{series}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a number series
         * @description By code or id.
         */
        get: operations["series.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a number series
         * @description What is named is replaced, null clears, what is absent stays. Code, `reset` and `start` are fixed once a number is taken: `field_fixed`.
         */
        patch: operations["series.update"];
        trace?: never;
    };
    "/v1/series/{series}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a number series
         * @description Blocks new use; the numbers given stay.
         */
        post: operations["series.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List currencies
         * @description Currencies by code, one page at a time.
         */
        get: operations["currencies.list"];
        put?: never;
        /**
         * Create a currency
         * @description Adds a currency: a current or withdrawn ISO one, or one of your own.
         */
        post: operations["currencies.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies/{currency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a currency
         * @description By code or id.
         */
        get: operations["currencies.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a currency
         * @description What is named is replaced, null clears, what is absent stays. Code and `exponent` are fixed once used: `field_fixed`.
         */
        patch: operations["currencies.update"];
        trace?: never;
    };
    "/v1/currencies/{currency}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a currency
         * @description Blocks new use and never hides history.
         */
        post: operations["currencies.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dimensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dimensions
         * @description Dimensions by code, one page at a time.
         */
        get: operations["dimensions.list"];
        put?: never;
        /**
         * Create a dimension
         * @description Adds a dimension.
         */
        post: operations["dimensions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dimensions/{dimension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a dimension
         * @description By code or id.
         */
        get: operations["dimensions.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a dimension
         * @description What is named is replaced, null clears, what is absent stays. The code is fixed once used: `field_fixed`.
         */
        patch: operations["dimensions.update"];
        trace?: never;
    };
    "/v1/dimensions/{dimension}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a dimension
         * @description Blocks new use and never hides history.
         */
        post: operations["dimensions.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dimensions/{dimension}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List values of a dimension
         * @description Values of a dimension by code, one page at a time.
         */
        get: operations["dimensions.listValues"];
        put?: never;
        /**
         * Create a value of a dimension
         * @description Adds a value to the dimension.
         */
        post: operations["dimensions.createValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dimensions/{dimension}/values/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a value of a dimension
         * @description What is named is replaced, null clears, what is absent stays. The code is fixed once used: `field_fixed`.
         */
        patch: operations["dimensions.updateValue"];
        trace?: never;
    };
    "/v1/dimensions/{dimension}/values/{value}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a value of a dimension
         * @description Blocks new use and never hides history.
         */
        post: operations["dimensions.archiveValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List parties
         * @description Parties by code, one page at a time.
         */
        get: operations["parties.list"];
        put?: never;
        /**
         * Create a party
         * @description Adds a customer, supplier, employee or owner.
         */
        post: operations["parties.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a party
         * @description By code or id.
         */
        get: operations["parties.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a party
         * @description What is named is replaced, null clears, what is absent stays. Lists are replaced whole. The code and subledger codes are fixed once used: `field_fixed`.
         */
        patch: operations["parties.update"];
        trace?: never;
    };
    "/v1/parties/{party}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a party
         * @description Blocks new use and never hides history.
         */
        post: operations["parties.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List fiscal years
         * @description Fiscal years by start, one page at a time.
         */
        get: operations["years.list"];
        put?: never;
        /**
         * Open a fiscal year
         * @description Makes the year and its periods: 0 for the opening, then the calendar months cut at its edges. Its opening is carried from the adjacent year before, when there is one.
         */
        post: operations["years.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a fiscal year
         * @description By code or id, with its periods.
         */
        get: operations["years.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/years/{year}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imported balances of a year
         * @description What an import stated of a year whose entries it did not hold, by account; and, with dimensions, how much of a balance belongs to these values. Of a year with entries the trial balance says more.
         */
        get: operations["years.balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List periods
         * @description Periods by year and number, one page at a time.
         */
        get: operations["periods.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods/{year}/{number}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a period
         * @description Closes it whole, or for one area. After the answer no entry can appear in it; its trial balance is stored. A closed period is not closed again: 409 `conflict`.
         */
        post: operations["periods.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods/{year}/{number}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a period
         * @description With a reason, which is audited; newest first. A locked period is never reopened.
         */
        post: operations["periods.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List entries
         * @description Posted entries with their lines by date, then in the order of posting, one page at a time. Without `from`, `to` or `year`: all years.
         */
        get: operations["entries.list"];
        put?: never;
        /**
         * Post an entry
         * @description Posts one balanced entry, whole or not at all, and gives it its legal number. It balances in base currency, not necessarily in each currency. Posted entries never change: reverse or correct them.
         */
        post: operations["entries.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post many entries
         * @description Up to 10,000 entries and 8 MiB at once, faster than one by one. Each is posted or refused on its own and answered by its index; a faulty one never fails its neighbours. 200 also when some are refused.
         */
        post: operations["entries.batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List drafts
         * @description Drafts, oldest first, one page at a time.
         */
        get: operations["entries.listDrafts"];
        put?: never;
        /**
         * Create a draft
         * @description Keeps an entry that is not posted yet: it takes no number and moves no balance, and need not balance.
         */
        post: operations["entries.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a draft
         * @description By id.
         */
        get: operations["entries.getDraft"];
        /**
         * Replace a draft
         * @description The body replaces the whole draft.
         */
        put: operations["entries.updateDraft"];
        post?: never;
        /**
         * Delete a draft
         * @description Only drafts can be deleted; a posted entry is reversed.
         */
        delete: operations["entries.deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/drafts/{id}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post a draft
         * @description Posts it under the same id, by the rules of `entries.post`.
         */
        post: operations["entries.postDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an entry
         * @description By id, with its lines.
         */
        get: operations["entries.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entries/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse an entry
         * @description Posts an entry that repeats the lines with sides swapped, or with a minus (`reversalStyle` of the tenant), at the base amounts of the original. Once per entry: else `already_reversed`. A settled line must be unsettled first: `line_settled`.
         */
        post: operations["entries.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List settlements
         * @description Settlements by account, then as made, one page at a time.
         */
        get: operations["settlements.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a settlement
         * @description By id, with its lines.
         */
        get: operations["settlements.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description Import sessions, newest first, one page at a time.
         */
        get: operations["imports.list"];
        put?: never;
        /**
         * Begin an import
         * @description First of five steps: create, send the parts, validate, commit, and ask for the state in between. Nothing is written to the books before the commit.
         */
        post: operations["imports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import
         * @description State, counts, interpretation, and the next part wanted.
         */
        get: operations["imports.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a part of an import
         * @description Rows as NDJSON, each line one `ImportRow`; at most 8 MiB. An entry may span parts. Parts may come in any order; sending one again is harmless, another body under its number is 409 `part_conflict`. A body that does not have the digest is 400 `digest_mismatch`.
         */
        put: operations["imports.putPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate an import
         * @description Starts a job that checks every row by the rules of posting and interprets what the file leaves open. Ask `imports.get` until the state is `valid` or `invalid`. May be repeated.
         */
        post: operations["imports.validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an import adds to accounts
         * @description Debit and credit of the entries that a commit writes, by account; the same before and after it. Empty before the validation and for resources without entries.
         */
        get: operations["imports.effects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rejected rows of an import
         * @description Every fault by row, as NDJSON; each line is one `ImportReject`. A stream, empty when nothing was rejected.
         */
        get: operations["imports.rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit an import
         * @description Starts a job that writes all of it in one transaction; the job survives a crash. Only from `valid`. When the books have moved so that the interpretation no longer holds, the import validates again and says `interpretation_changed`.
         */
        post: operations["imports.commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description Drops the parts. Possible in any state before committing.
         */
        post: operations["imports.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse an import
         * @description Starts a job that posts one reversing entry for each entry of the import, in one batch. Accounts, parties and journals that it made stay.
         */
        post: operations["imports.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports
         * @description Exports, newest first, one page at a time.
         */
        get: operations["exports.list"];
        put?: never;
        /**
         * Create an export
         * @description Checks what the format needs (`export_incomplete` lists all that is missing) and names the export; its content is then read once or more.
         */
        post: operations["exports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an export
         * @description After the content has been read to its end: counts, sums and the sha256 to compare with.
         */
        get: operations["exports.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an export
         * @description All that the format would lack for this export, at once. Nothing is made.
         */
        post: operations["exports.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Description of an export
         * @description The text that must go with the file where a law wants one (FEC: article A47 A-1, XI); 404 for a format without.
         */
        get: operations["exports.description"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content of an export
         * @description The file, streamed from one snapshot of the ledger. When the stream has ended, `exports.get` holds rows, sums and sha256: compare them, for a stream that broke looks like a short file. With `from` and `prefix` it continues one that broke: 409 `conflict` when what was read is no longer how the file begins.
         */
        get: operations["exports.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trial balance
         * @description Opening, movement and closing of every account, in base currency. By default the latest fiscal year that has entries; `to` or `asOf` alone begin at the start of their year. A range lies in one fiscal year.
         */
        get: operations["reports.trialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/general-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * General ledger
         * @description Lines by account, date, series, sequence and position, with a running balance; each account starts with its opening row. One fiscal year, by default the latest that has entries.
         */
        get: operations["reports.generalLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Journal book
         * @description Every line by journal and number, with validation and posting (livre-journal). One fiscal year, by default the latest that has entries.
         */
        get: operations["reports.journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers
         * @description First, last, gaps and duplicates of every series and year: the proof that no number is missing.
         */
        get: operations["reports.numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit events
         * @description What was changed, by whom and when, newest first, one page at a time.
         */
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One line of a part; told apart by `record`. */
        ImportRow: components["schemas"]["ImportAccountRow"] | components["schemas"]["ImportJournalRow"] | components["schemas"]["ImportPartyRow"] | components["schemas"]["ImportYearRow"] | components["schemas"]["ImportDimensionRow"] | components["schemas"]["ImportDimensionValueRow"] | components["schemas"]["ImportBalanceRow"] | components["schemas"]["ImportCurrencyRow"] | components["schemas"]["ImportLineRow"];
        /** @description One fault of one row; a line of the rejects. */
        ImportReject: {
            /**
             * Format: int64
             * @description Line of the source file, from 1, headings counted.
             */
            row: number | null;
            /** @description The entry as the file names it. */
            entry: string | null;
            field: string | null;
            value: string | null;
            /** @description A `ProblemCode`. */
            code: string;
            message: string;
        };
        Liveness: {
            /** @constant */
            status: "live";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not_ready";
            /** @description What the server needs, and whether it answers. */
            parts: {
                /** @description `database`, `schema`, `jobs`, … */
                name: string;
                ready: boolean;
                detail?: string;
            }[];
        };
        ServerVersion: {
            /** @description Of the server. */
            version: string;
            /** @description `info.version` of the contract that it implements. */
            contract: string;
            services: ("api" | "accounting")[];
        };
        /** @description 7 is `0007`; 0 is the empty database. */
        MigrationNumber: number;
        /**
         * @description `expand` adds what older servers do not see, `backfill` fills it in, `contract` takes away what only older servers need.
         * @enum {string}
         */
        MigrationPhase: "expand" | "backfill" | "contract";
        /** Format: date-time */
        TimeOrNull: string | null;
        Seconds: number | null;
        /** @description Rows that a backfill has gone through; null for the other phases. */
        Rows: number | null;
        /** @description About how many rows there are, as the database estimates it. */
        RowsInAll: number | null;
        MigrationStatus: {
            number: components["schemas"]["MigrationNumber"];
            name: string;
            phase: components["schemas"]["MigrationPhase"];
            /**
             * @description `running`: a backfill that has begun.
             * @enum {string}
             */
            state: "applied" | "running" | "pending";
            appliedAt: components["schemas"]["TimeOrNull"];
            seconds: components["schemas"]["Seconds"];
            rows: components["schemas"]["Rows"];
            of: components["schemas"]["RowsInAll"];
            /** @description Version of the program that applied it. */
            release: string | null;
        };
        /**
         * Format: date-time
         * @description An instant, RFC 3339; replies are in UTC.
         */
        Time: string;
        SchemaServer: {
            version: string;
            speaksFrom: components["schemas"]["MigrationNumber"];
            speaksTo: components["schemas"]["MigrationNumber"];
            startedAt: components["schemas"]["Time"];
            seenAt: components["schemas"]["Time"];
        };
        SchemaStatus: {
            number: components["schemas"]["MigrationNumber"];
            /**
             * @description Whether this server can work on the schema; when not, it answers health and migrations only.
             * @enum {string}
             */
            standing: "current" | "old" | "newer";
            speaksFrom: components["schemas"]["MigrationNumber"];
            speaksTo: components["schemas"]["MigrationNumber"];
            migrations: components["schemas"]["MigrationStatus"][];
            /** @description Those that run now. */
            servers: components["schemas"]["SchemaServer"][];
        };
        PlannedMigration: {
            number: components["schemas"]["MigrationNumber"];
            name: string;
            phase: components["schemas"]["MigrationPhase"];
            /** @description How it works, in words. */
            how: string;
            /** @description Why it would be refused now, and what to do. */
            blocked: string | null;
        };
        SchemaPlan: {
            number: components["schemas"]["MigrationNumber"];
            to: components["schemas"]["MigrationNumber"];
            steps: components["schemas"]["PlannedMigration"][];
        };
        SchemaUp: {
            /** @description The last one to apply; by default everything that is pending. */
            to?: components["schemas"]["MigrationNumber"];
        };
        MigrationEvent: {
            /** @enum {string} */
            event: "begin" | "progress" | "waiting" | "done";
            number: components["schemas"]["MigrationNumber"];
            name: string;
            phase: components["schemas"]["MigrationPhase"];
            rows: components["schemas"]["Rows"];
            of: components["schemas"]["RowsInAll"];
            seconds: components["schemas"]["Seconds"];
            /** @description What is waited for. */
            detail: string | null;
        };
        SchemaProgress: {
            number: components["schemas"]["MigrationNumber"];
            /** @description False: call again. */
            isDone: boolean;
            events: components["schemas"]["MigrationEvent"][];
        };
        SchemaDown: {
            /** @description The last one to stay. */
            to: components["schemas"]["MigrationNumber"];
        };
        /**
         * Format: uuid
         * @description A UUIDv7 made by the server.
         */
        Id: string;
        CodeOrNull: string | null;
        /** Format: uuid */
        IdOrNull: string | null;
        /**
         * Format: int64
         * @description Rises with each change; the `ETag` is this number in quotes.
         */
        Version: number;
        ApiKey: {
            id: components["schemas"]["Id"];
            name: string;
            scopes: string[];
            /** @description Slug of the tenant it belongs to; null for a platform key. */
            tenant: components["schemas"]["CodeOrNull"];
            tenantId: components["schemas"]["IdOrNull"];
            /** @description First characters of the secret, to tell keys apart. */
            prefix: string;
            expiresAt: components["schemas"]["TimeOrNull"];
            revokedAt: components["schemas"]["TimeOrNull"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        /** @description The `cursor` of the next page; null on the last. */
        Next: string | null;
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            next: components["schemas"]["Next"];
        };
        /** @description Text for people, up to 255 characters; trimmed at the edges and stored as NFC. */
        Name: string;
        /** @description `<area>:<act>`, `entries:post`; `*` allows everything. */
        Scope: string;
        Scopes: components["schemas"]["Scope"][];
        NewApiKey: {
            name: components["schemas"]["Name"];
            scopes: components["schemas"]["Scopes"];
            expiresAt?: components["schemas"]["Time"];
        };
        CreatedApiKey: components["schemas"]["ApiKey"] & {
            /** @description The key itself. Shown this once; only a hash is stored. */
            secret: string;
        };
        CurrentApiKey: {
            keyId: components["schemas"]["Id"];
            name: string;
            scopes: string[];
            /** @description Slug; null for a platform key. */
            tenant: components["schemas"]["CodeOrNull"];
            tenantId: components["schemas"]["IdOrNull"];
        };
        /** @description The caller's own key of this thing, unique per tenant and kind; what upserts and synchronisation go by. */
        ExternalId: string;
        /** @description Name of the tenant in URLs and headers; lower case letters, digits, hyphens. */
        Slug: string;
        ExternalIdOrNull: string | null;
        /** @description ISO 3166-1 alpha-2. */
        Country: string;
        /** @description A currency of the tenant; ISO 4217, withdrawn or of its own (`EUR`, `FRF`, `VACHR`). */
        CurrencyCode: string;
        /**
         * Format: date
         * @description An accounting date, `YYYY-MM-DD`, without time or zone.
         */
        Day: string;
        TaxRegistration: {
            country: components["schemas"]["Country"];
            number: string;
            from?: components["schemas"]["Day"];
            to?: components["schemas"]["Day"];
        };
        /** @description Up to 255 characters; trimmed at the edges and stored as NFC. */
        Text: string;
        Address: {
            /** @description What it is for: `billing`, `delivery`. */
            kind?: string;
            street: components["schemas"]["Text"];
            number?: components["schemas"]["Text"];
            extra?: components["schemas"]["Text"];
            city: components["schemas"]["Text"];
            postalCode: components["schemas"]["Text"];
            region?: components["schemas"]["Text"];
            country: components["schemas"]["Country"];
        };
        Contact: {
            firstName?: components["schemas"]["Text"];
            lastName: components["schemas"]["Text"];
            /** Format: email */
            email?: string;
            phone?: components["schemas"]["Text"];
        };
        BankAccount: {
            /** @description Without spaces. */
            iban?: string;
            number?: components["schemas"]["Text"];
            bic?: string;
            name?: components["schemas"]["Text"];
        };
        /** @description A short name chosen by the caller, compared by bytes; no control characters, no spaces at its edges. */
        Code: string;
        /** @description Accounts that rules need, by role. A role may be empty until a rule needs it; the refusal then names it. */
        AccountRoles: {
            resultProfit?: components["schemas"]["Code"];
            resultLoss?: components["schemas"]["Code"];
            unallocatedResult?: components["schemas"]["Code"];
            openingClearing?: components["schemas"]["Code"];
            rounding?: components["schemas"]["Code"];
            fxGainRealised?: components["schemas"]["Code"];
            fxLossRealised?: components["schemas"]["Code"];
            fxGainUnrealised?: components["schemas"]["Code"];
            fxLossUnrealised?: components["schemas"]["Code"];
            suspense?: components["schemas"]["Code"][];
        };
        /** @description Settings of statutory files. */
        ExportProfiles: {
            fec?: {
                /**
                 * @description Separator of the columns; tab by default.
                 * @enum {string}
                 */
                variant?: "tab" | "pipe";
            };
        };
        /** @enum {string} */
        TenantState: "setup" | "live" | "suspended" | "deleted";
        /** @description A legal entity with one set of books. */
        Tenant: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            name: string;
            legalName: string | null;
            country: components["schemas"]["Country"];
            baseCurrency: components["schemas"]["CurrencyCode"];
            timezone: string;
            locale: string | null;
            registrationNumber: string | null;
            taxRegistrations: components["schemas"]["TaxRegistration"][];
            address: components["schemas"]["Address"] | null;
            contact: components["schemas"]["Contact"] | null;
            bankAccounts: components["schemas"]["BankAccount"][];
            /** @description `MM-DD` */
            fiscalYearStart: string;
            /** @enum {string} */
            accountingBasis: "accrual" | "cash";
            /** @enum {string} */
            reversalStyle: "swap" | "negative";
            accountRoles: components["schemas"]["AccountRoles"];
            exportProfiles: components["schemas"]["ExportProfiles"];
            state: components["schemas"]["TenantState"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        TenantPage: {
            items: components["schemas"]["Tenant"][];
            next: components["schemas"]["Next"];
        };
        /** @description IANA name; turns the instant of posting into a date. */
        Timezone: string;
        /** @description A BCP 47 tag, `fr` or `fr-CA`. */
        Language: string;
        /** @description SIREN, orgnr, HRB; a FEC export needs it. */
        RegistrationNumber: string;
        TaxRegistrations: components["schemas"]["TaxRegistration"][];
        BankAccounts: components["schemas"]["BankAccount"][];
        /** @description `MM-DD`, first day of the usual fiscal year. */
        MonthDay: string;
        /**
         * @description Reversals swap the sides, or (`negative`, storno) repeat the side with a minus.
         * @default swap
         * @enum {string}
         */
        ReversalStyle: "swap" | "negative";
        /**
         * @description Template of accounts, journals, number series and account roles to begin with; `fiscalYearStart` and `accountRoles` that the request names win over it. No fiscal year is opened. `international`: small and without a country. `fr-pcg`: France, plan comptable général of 2025. `de-skr03`, `de-skr04`: Germany, by process and by the order of the balance sheet. `se-bas`: Sweden. `no-ns4102`: Norway. `uk`: United Kingdom, years from 1 April. `us`: United States, sales tax instead of VAT.
         * @enum {string}
         */
        ChartTemplate: "international" | "fr-pcg" | "de-skr03" | "de-skr04" | "se-bas" | "no-ns4102" | "uk" | "us";
        NewTenant: {
            slug: components["schemas"]["Slug"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            legalName?: components["schemas"]["Name"];
            country: components["schemas"]["Country"];
            baseCurrency: components["schemas"]["CurrencyCode"];
            timezone: components["schemas"]["Timezone"];
            locale?: components["schemas"]["Language"];
            registrationNumber?: components["schemas"]["RegistrationNumber"];
            taxRegistrations?: components["schemas"]["TaxRegistrations"];
            address?: components["schemas"]["Address"];
            contact?: components["schemas"]["Contact"];
            bankAccounts?: components["schemas"]["BankAccounts"];
            fiscalYearStart?: components["schemas"]["MonthDay"];
            /**
             * @default accrual
             * @enum {string}
             */
            accountingBasis?: "accrual" | "cash";
            reversalStyle?: components["schemas"]["ReversalStyle"];
            accountRoles?: components["schemas"]["AccountRoles"];
            exportProfiles?: components["schemas"]["ExportProfiles"];
            chart?: components["schemas"]["ChartTemplate"];
        };
        TextOrNull: string | null;
        LanguageOrNull: string | null;
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateTenant: {
            slug?: components["schemas"]["Slug"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            name?: components["schemas"]["Name"];
            legalName?: components["schemas"]["TextOrNull"];
            country?: components["schemas"]["Country"];
            baseCurrency?: components["schemas"]["CurrencyCode"];
            timezone?: components["schemas"]["Timezone"];
            locale?: components["schemas"]["LanguageOrNull"];
            registrationNumber?: string | null;
            taxRegistrations?: components["schemas"]["TaxRegistrations"];
            address?: components["schemas"]["Address"] | null;
            contact?: components["schemas"]["Contact"] | null;
            bankAccounts?: components["schemas"]["BankAccounts"];
            fiscalYearStart?: components["schemas"]["MonthDay"];
            /** @enum {string} */
            accountingBasis?: "accrual" | "cash";
            /** @enum {string} */
            reversalStyle?: "swap" | "negative";
            accountRoles?: components["schemas"]["AccountRoles"];
            exportProfiles?: components["schemas"]["ExportProfiles"];
            /**
             * @description From `setup` to `live` there is no way back to `setup`.
             * @enum {string}
             */
            state?: "setup" | "live";
        };
        NewCurrency: {
            /** @description Fixed once used. */
            code: components["schemas"]["CurrencyCode"];
            externalId?: components["schemas"]["ExternalId"];
            /** @description Decimals. Fixed once used. */
            exponent: number;
            /**
             * @default iso
             * @enum {string}
             */
            kind?: "iso" | "custom";
            numericCode?: string;
            withdrawnOn?: components["schemas"]["Day"];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
        };
        /** @description The name in other languages, by language tag. */
        Translations: {
            [key: string]: components["schemas"]["Name"];
        };
        /**
         * @description What bookkeeping depends on. Balance accounts are carried into the next year, result accounts start it at zero, memo accounts are off balance. Fixed once used.
         * @enum {string}
         */
        Statement: "balance" | "result" | "memo";
        /**
         * @description For presentation; must agree with `statement`, and may change.
         * @enum {string}
         */
        AccountType: "asset" | "liability" | "equity" | "income" | "expense" | "memo";
        /**
         * @description Whose subledger it controls. Fixed once used.
         * @default none
         * @enum {string}
         */
        Control: "none" | "receivable" | "payable" | "employee" | "other";
        /** @enum {string} */
        Policy: "required" | "optional" | "forbidden";
        /** @description Policy by dimension code; optional where nothing is said. */
        DimensionPolicy: {
            [key: string]: components["schemas"]["Policy"];
        };
        /** @description What this is called in a scheme of others, `sru`, `saft.standard`, `fr.2050`. */
        Mapping: {
            scheme: string;
            code: components["schemas"]["Code"];
        };
        /** @description Several per scheme are allowed. */
        Mappings: components["schemas"]["Mapping"][];
        NewAccount: {
            /** @description Leading zeros are kept. Fixed once a posted line uses it. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            translations?: components["schemas"]["Translations"];
            statement: components["schemas"]["Statement"];
            type: components["schemas"]["AccountType"];
            /** @description The heading it belongs to; no cycles. */
            parent?: components["schemas"]["Code"];
            /**
             * @description False for a heading, which takes no lines.
             * @default true
             */
            postable?: boolean;
            /** @description When set, every line must be in it. */
            currency?: components["schemas"]["CurrencyCode"];
            control?: components["schemas"]["Control"];
            /** @description Whether lines name a party. Default: required on control accounts, else optional. */
            partyPolicy?: components["schemas"]["Policy"];
            dimensionPolicy?: components["schemas"]["DimensionPolicy"];
            /** @description Whether lines are matched (lettered); needs no party. Default: true on control accounts. */
            settleable?: boolean;
            /** @description Unit of quantities on its lines. */
            unit?: components["schemas"]["Code"];
            mappings?: components["schemas"]["Mappings"];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
            validFrom?: components["schemas"]["Day"];
            validTo?: components["schemas"]["Day"];
            /** @description The account that this one continues under a new code. */
            replaces?: components["schemas"]["Code"];
        };
        /** @description One account code, or `A..B`: every code from A to B by bytes, and those that begin with B (`411..419` holds 419800). */
        AccountRange: string;
        NewDimensionValue: {
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            parent?: components["schemas"]["Code"];
            validFrom?: components["schemas"]["Day"];
            validTo?: components["schemas"]["Day"];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
        };
        DeclaredDimension: {
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            parent?: components["schemas"]["Code"];
            /** @description Accounts whose lines must name a value. */
            requiredOn?: components["schemas"]["AccountRange"][];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
            values?: components["schemas"]["NewDimensionValue"][];
        };
        NewSeries: {
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            /**
             * @description Whether each fiscal year starts again.
             * @default year
             * @enum {string}
             */
            reset?: "year" | "never";
            /**
             * @description `{journal}`, `{year}`, `{n}` or `{n:6}` (six digits), and text.
             * @default {journal}-{year}-{n:6}
             */
            format?: string;
            /**
             * Format: int64
             * @description First number of a year.
             * @default 1
             */
            start?: number;
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
        };
        /**
         * @description Periods can be closed by area.
         * @enum {string}
         */
        JournalArea: "sale" | "purchase" | "bank" | "cash" | "payroll" | "general" | "opening" | "closing";
        NewJournal: {
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            area: components["schemas"]["JournalArea"];
            /** @description Where its numbers come from; several journals may share one. Default: a series of its own, made with it. */
            series?: components["schemas"]["Code"];
            defaultAccount?: components["schemas"]["Code"];
            currency?: components["schemas"]["CurrencyCode"];
            /**
             * @description Whether people may post into it by hand.
             * @default true
             */
            manual?: boolean;
            mappings?: components["schemas"]["Mappings"];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
        };
        DeclaredYear: {
            code: string;
            externalId?: components["schemas"]["ExternalId"];
            start: components["schemas"]["Day"];
            /** @description 1 day to 24 months after the start; years do not overlap. */
            end: components["schemas"]["Day"];
        };
        /** @description A tenant as it is to be. A section or a field of the tenant that is not named is left as it is; a row that is named is whole: what it does not say has its default. Rows that are there and not named stay, unless `prune` is set. */
        TenantFile: {
            /**
             * @description Of this form of file.
             * @enum {integer}
             */
            version: 1;
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["Name"];
            legalName?: components["schemas"]["TextOrNull"];
            country: components["schemas"]["Country"];
            /** @description The books are kept in it. Fixed once something is posted. */
            baseCurrency: components["schemas"]["CurrencyCode"];
            timezone: components["schemas"]["Timezone"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            locale?: components["schemas"]["LanguageOrNull"];
            /** @description SIREN, orgnr, HRB; a FEC export needs it. */
            registrationNumber?: string | null;
            taxRegistrations?: components["schemas"]["TaxRegistrations"];
            address?: components["schemas"]["Address"] | null;
            contact?: components["schemas"]["Contact"] | null;
            bankAccounts?: components["schemas"]["BankAccounts"];
            fiscalYearStart?: components["schemas"]["MonthDay"];
            /** @enum {string} */
            accountingBasis?: "accrual" | "cash";
            /** @enum {string} */
            reversalStyle?: "swap" | "negative";
            accountRoles?: components["schemas"]["AccountRoles"];
            exportProfiles?: components["schemas"]["ExportProfiles"];
            /**
             * @description From `setup` to `live` there is no way back.
             * @enum {string}
             */
            state?: "setup" | "live";
            /** @description Its accounts, journals and roles are taken as if they stood here; a row here with the same code takes the place of the chart's. */
            chart?: components["schemas"]["ChartTemplate"];
            /** @description Own units, and currencies that ISO 4217 gives no decimals. */
            currencies?: components["schemas"]["NewCurrency"][];
            accounts?: components["schemas"]["NewAccount"][];
            dimensions?: components["schemas"]["DeclaredDimension"][];
            series?: components["schemas"]["NewSeries"][];
            journals?: components["schemas"]["NewJournal"][];
            years?: components["schemas"]["DeclaredYear"][];
        };
        TenantDeclaration: {
            file: components["schemas"]["TenantFile"];
            /**
             * @description Remove what a section of the file does not name, where nothing uses it.
             * @default false
             */
            prune?: boolean;
        };
        /** @enum {string} */
        DeclaredResource: "tenant" | "currency" | "account" | "dimension" | "dimensionValue" | "series" | "journal" | "year";
        /** @description Values as the file writes them; null where there is none. */
        FieldChange: {
            field: string;
            before: unknown;
            after: unknown;
        };
        PlannedChange: {
            /** @enum {string} */
            action: "create" | "update" | "remove";
            resource: components["schemas"]["DeclaredResource"];
            code: string;
            /** @description The dimension of a value. */
            within: string | null;
            fields: components["schemas"]["FieldChange"][];
        };
        /**
         * @description Stable; made for programs. New codes may come, so treat an unknown one by its status.
         * @enum {string}
         */
        ProblemCode: "unbalanced" | "unbalanced_rounding" | "amount_decimals" | "amount_both_sides" | "amount_negative" | "currency_unknown" | "currency_amount_missing" | "rate_missing" | "account_unknown" | "account_not_postable" | "account_inactive" | "account_currency" | "party_unknown" | "party_required" | "dimension_unknown" | "dimension_required" | "period_not_open" | "area_closed" | "year_unknown" | "date_outside_period" | "opening_exists" | "opening_unbalanced" | "number_taken" | "duplicate_external_id" | "already_imported" | "already_reversed" | "line_settled" | "code_in_use" | "field_fixed" | "role_account_missing" | "tax_key_unmapped" | "export_incomplete" | "entry_too_large" | "interpretation_changed" | "invalid_request" | "unauthenticated" | "forbidden" | "not_found" | "tenant_mismatch" | "conflict" | "version_conflict" | "idempotency_conflict" | "body_too_large" | "rate_limited" | "timeout" | "schema_outdated" | "unavailable" | "internal" | "file_format" | "file_truncated" | "column_unknown" | "amount_format" | "date_invalid" | "part_conflict" | "digest_mismatch";
        /** @description What cannot be as the file says, and why. */
        BlockedChange: {
            resource: components["schemas"]["DeclaredResource"];
            code: string;
            within: string | null;
            field: string;
            /** @description Where in the file, as a JSON pointer. */
            pointer: string;
            problem: components["schemas"]["ProblemCode"];
            message: string;
        };
        /** @description It is there, and its section of the file does not name it. */
        KeptRow: {
            resource: components["schemas"]["DeclaredResource"];
            code: string;
            within: string | null;
            /** @description With `prune`: what uses it, so that it stays. */
            reason: string | null;
        };
        TenantPlan: {
            tenant: components["schemas"]["Slug"];
            isNew: boolean;
            prune: boolean;
            /** @description Tells the tenant as it was when this plan was made; in quotes, the `If-Match` of applying it. */
            revision: string;
            changes: components["schemas"]["PlannedChange"][];
            blocked: components["schemas"]["BlockedChange"][];
            kept: components["schemas"]["KeptRow"][];
        };
        AppliedTenant: {
            tenant: components["schemas"]["Tenant"];
            /** @description What was done. */
            plan: components["schemas"]["TenantPlan"];
        };
        CurrencyCodeOrNull: string | null;
        /** Format: date */
        DayOrNull: string | null;
        /** @description One account of the chart. */
        Account: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Leading zeros are kept. Fixed once a posted line uses it. */
            code: components["schemas"]["Code"];
            name: components["schemas"]["Name"];
            translations: components["schemas"]["Translations"];
            statement: components["schemas"]["Statement"];
            type: string;
            parent: components["schemas"]["CodeOrNull"];
            parentId: components["schemas"]["IdOrNull"];
            postable: boolean;
            /** @description When set, every line must be in it. */
            currency: components["schemas"]["CurrencyCodeOrNull"];
            control: string;
            partyPolicy: components["schemas"]["Policy"];
            dimensionPolicy: components["schemas"]["DimensionPolicy"];
            settleable: boolean;
            /** @description Unit of quantities on its lines. */
            unit: components["schemas"]["CodeOrNull"];
            mappings: components["schemas"]["Mappings"];
            active: boolean;
            validFrom: components["schemas"]["DayOrNull"];
            validTo: components["schemas"]["DayOrNull"];
            replaces: components["schemas"]["CodeOrNull"];
            replacesId: components["schemas"]["IdOrNull"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            next: components["schemas"]["Next"];
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateAccount: {
            code?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            name?: components["schemas"]["Name"];
            translations?: components["schemas"]["Translations"];
            statement?: components["schemas"]["Statement"];
            type?: components["schemas"]["AccountType"];
            parent?: components["schemas"]["CodeOrNull"];
            postable?: boolean;
            currency?: components["schemas"]["CurrencyCodeOrNull"];
            /** @enum {string} */
            control?: "none" | "receivable" | "payable" | "employee" | "other";
            partyPolicy?: components["schemas"]["Policy"];
            dimensionPolicy?: components["schemas"]["DimensionPolicy"];
            settleable?: boolean;
            unit?: components["schemas"]["CodeOrNull"];
            mappings?: components["schemas"]["Mappings"];
            active?: boolean;
            validFrom?: components["schemas"]["DayOrNull"];
            validTo?: components["schemas"]["DayOrNull"];
            replaces?: components["schemas"]["CodeOrNull"];
        };
        /** @description A book that entries are written in. */
        Journal: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            name: components["schemas"]["Name"];
            area: string;
            series: components["schemas"]["Code"];
            seriesId: components["schemas"]["Id"];
            defaultAccount: components["schemas"]["CodeOrNull"];
            defaultAccountId: components["schemas"]["IdOrNull"];
            currency: components["schemas"]["CurrencyCodeOrNull"];
            manual: boolean;
            mappings: components["schemas"]["Mappings"];
            active: boolean;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        JournalPage: {
            items: components["schemas"]["Journal"][];
            next: components["schemas"]["Next"];
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateJournal: {
            code?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            name?: components["schemas"]["Name"];
            area?: components["schemas"]["JournalArea"];
            series?: components["schemas"]["Code"];
            defaultAccount?: components["schemas"]["CodeOrNull"];
            currency?: components["schemas"]["CurrencyCodeOrNull"];
            manual?: boolean;
            mappings?: components["schemas"]["Mappings"];
            active?: boolean;
        };
        /** @description Numbers that are missing; only imports leave any. */
        Gap: {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            reason: string | null;
        };
        SeriesYear: {
            /** @description Code of the fiscal year. */
            year: string;
            yearId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description The sequence that the next entry takes.
             */
            next: number;
            /** Format: int64 */
            lowest: number | null;
            /** Format: int64 */
            highest: number | null;
            gaps: components["schemas"]["Gap"][];
            /** @description Whether numbers of another system stand in it. */
            imported: boolean;
        };
        /** @description Where legal numbers come from, one after the other in the order of posting, without gaps. */
        Series: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            /** @enum {string} */
            reset: "year" | "never";
            format: string;
            /** Format: int64 */
            start: number;
            active: boolean;
            /** @description State per fiscal year; left out of lists. */
            years?: components["schemas"]["SeriesYear"][];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        SeriesPage: {
            items: components["schemas"]["Series"][];
            next: components["schemas"]["Next"];
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateSeries: {
            code?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            /** @enum {string} */
            reset?: "year" | "never";
            format?: string;
            /** Format: int64 */
            start?: number;
            active?: boolean;
        };
        /** @description A unit of money, or another unit that is counted like one. */
        Currency: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Fixed once used. */
            code: components["schemas"]["CurrencyCode"];
            /** @description Decimals. Fixed once used. */
            exponent: number;
            /** @enum {string} */
            kind: "iso" | "custom";
            numericCode: string | null;
            withdrawnOn: components["schemas"]["DayOrNull"];
            active: boolean;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        CurrencyPage: {
            items: components["schemas"]["Currency"][];
            next: components["schemas"]["Next"];
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateCurrency: {
            code?: components["schemas"]["CurrencyCode"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            /** @description Decimals. Fixed once used. */
            exponent?: number;
            /** @enum {string} */
            kind?: "iso" | "custom";
            numericCode?: string | null;
            withdrawnOn?: components["schemas"]["DayOrNull"];
            active?: boolean;
        };
        /** @description A second view of lines: cost centre, project, branch. */
        Dimension: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            name: components["schemas"]["Name"];
            parent: components["schemas"]["CodeOrNull"];
            parentId: components["schemas"]["IdOrNull"];
            /** @description Accounts whose lines must name a value. */
            requiredOn: components["schemas"]["AccountRange"][];
            active: boolean;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        DimensionPage: {
            items: components["schemas"]["Dimension"][];
            next: components["schemas"]["Next"];
        };
        NewDimension: {
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            parent?: components["schemas"]["Code"];
            /** @description Accounts whose lines must name a value. */
            requiredOn?: components["schemas"]["AccountRange"][];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateDimension: {
            code?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            name?: components["schemas"]["Name"];
            parent?: components["schemas"]["CodeOrNull"];
            /** @description Accounts whose lines must name a value. */
            requiredOn?: components["schemas"]["AccountRange"][];
            active?: boolean;
        };
        /** @description One value of a dimension; a line names one per dimension. */
        DimensionValue: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            name: components["schemas"]["Name"];
            parent: components["schemas"]["CodeOrNull"];
            parentId: components["schemas"]["IdOrNull"];
            validFrom: components["schemas"]["DayOrNull"];
            validTo: components["schemas"]["DayOrNull"];
            active: boolean;
            dimension: components["schemas"]["Code"];
            dimensionId: components["schemas"]["Id"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        DimensionValuePage: {
            items: components["schemas"]["DimensionValue"][];
            next: components["schemas"]["Next"];
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateDimensionValue: {
            code?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            name?: components["schemas"]["Name"];
            parent?: components["schemas"]["CodeOrNull"];
            validFrom?: components["schemas"]["DayOrNull"];
            validTo?: components["schemas"]["DayOrNull"];
            active?: boolean;
        };
        PartyRole: {
            role: string;
            subledgerCode: components["schemas"]["Code"];
            controlAccount: components["schemas"]["CodeOrNull"];
            controlAccountId: components["schemas"]["IdOrNull"];
            paymentTerms: components["schemas"]["TextOrNull"];
            currency: components["schemas"]["CurrencyCodeOrNull"];
        };
        TaxNumber: {
            country: components["schemas"]["Country"];
            number: string;
        };
        /** @description A customer, supplier, employee or owner; one party may be several. */
        Party: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            name: components["schemas"]["Name"];
            /** @enum {string} */
            kind: "organisation" | "person";
            roles: components["schemas"]["PartyRole"][];
            registrationNumber: components["schemas"]["TextOrNull"];
            taxNumbers: components["schemas"]["TaxNumber"][];
            addresses: components["schemas"]["Address"][];
            contacts: components["schemas"]["Contact"][];
            bankAccounts: components["schemas"]["BankAccount"][];
            language: components["schemas"]["LanguageOrNull"];
            active: boolean;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        PartyPage: {
            items: components["schemas"]["Party"][];
            next: components["schemas"]["Next"];
        };
        NewPartyRole: {
            /** @enum {string} */
            role: "customer" | "supplier" | "employee" | "owner" | "other";
            /** @description Its code in the subledger (CompAuxNum, Personenkonto), unique per role. Default: the code of the party. */
            subledgerCode?: components["schemas"]["Code"];
            controlAccount?: components["schemas"]["Code"];
            paymentTerms?: components["schemas"]["Text"];
            currency?: components["schemas"]["CurrencyCode"];
        };
        NewParty: {
            /** @description Fixed once used. */
            code: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
            name: components["schemas"]["Name"];
            /**
             * @default organisation
             * @enum {string}
             */
            kind?: "organisation" | "person";
            roles?: components["schemas"]["NewPartyRole"][];
            registrationNumber?: components["schemas"]["Text"];
            taxNumbers?: components["schemas"]["TaxNumber"][];
            addresses?: components["schemas"]["Address"][];
            contacts?: components["schemas"]["Contact"][];
            bankAccounts?: components["schemas"]["BankAccount"][];
            language?: components["schemas"]["Language"];
            /**
             * @description False blocks new use and never hides history.
             * @default true
             */
            active?: boolean;
        };
        /** @description What is named is replaced, null clears, what is absent stays. */
        UpdateParty: {
            code?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalIdOrNull"];
            name?: components["schemas"]["Name"];
            /** @enum {string} */
            kind?: "organisation" | "person";
            roles?: components["schemas"]["NewPartyRole"][];
            registrationNumber?: components["schemas"]["TextOrNull"];
            taxNumbers?: components["schemas"]["TaxNumber"][];
            addresses?: components["schemas"]["Address"][];
            contacts?: components["schemas"]["Contact"][];
            bankAccounts?: components["schemas"]["BankAccount"][];
            language?: components["schemas"]["LanguageOrNull"];
            active?: boolean;
        };
        /**
         * @description `closed` may be reopened with a reason, `locked` never.
         * @enum {string}
         */
        BookState: "open" | "closed" | "locked";
        /** @description A decimal string, never a number. In requests at most the decimals of the currency (surplus zeros are allowed, anything else is `amount_decimals`); in replies exactly these. Never rounded in silence. */
        Money: string;
        /** @description Stated opening minus closing of the year before, debit positive; kept and reported, never corrected. */
        OpeningDifference: {
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            stated: components["schemas"]["Money"];
            carried: components["schemas"]["Money"];
            difference: components["schemas"]["Money"];
        };
        /** @enum {string} */
        ClosableArea: "sale" | "purchase" | "bank" | "payroll" | "tax";
        /** @description A named part of a year: 0 is the opening, then the regular ones, then adjustment and closing. */
        Period: {
            id: components["schemas"]["Id"];
            year: components["schemas"]["Code"];
            yearId: components["schemas"]["Id"];
            number: number;
            /** @enum {string} */
            kind: "opening" | "regular" | "adjustment" | "closing";
            /** @description `2022/3` */
            name: string;
            start: components["schemas"]["Day"];
            end: components["schemas"]["Day"];
            state: components["schemas"]["BookState"];
            closedAreas: components["schemas"]["ClosableArea"][];
            /** @description Name of the key. */
            closedBy: string | null;
            closedAt: components["schemas"]["TimeOrNull"];
            /** @description Why it was last reopened. */
            reason: string | null;
            /** @description Of the trial balance that was stored at closing; hex. */
            trialBalanceSha256: string | null;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        /** @description A fiscal year, with books of its own. */
        Year: {
            id: components["schemas"]["Id"];
            code: components["schemas"]["Code"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            start: components["schemas"]["Day"];
            end: components["schemas"]["Day"];
            baseCurrency: components["schemas"]["CurrencyCode"];
            state: components["schemas"]["BookState"];
            /** @description Balances are stated by an opening entry, or carried (computed from the year before), never both. */
            opening: {
                /** @enum {string} */
                mode: "none" | "carried" | "stated";
                entry: components["schemas"]["IdOrNull"];
                differences: components["schemas"]["OpeningDifference"][];
            };
            closing: {
                /** @enum {string} */
                mode: "virtual" | "entry";
                entry: components["schemas"]["IdOrNull"];
            };
            /**
             * @description `balances`: comparatives only, without entries.
             * @enum {string}
             */
            detail: "entries" | "balances";
            /** @description Left out of lists. */
            periods?: components["schemas"]["Period"][];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        YearPage: {
            items: components["schemas"]["Year"][];
            next: components["schemas"]["Next"];
        };
        NewYear: {
            /** @description Default: the year of its last day, or `START..END` when taken. */
            code?: string;
            externalId?: components["schemas"]["ExternalId"];
            start: components["schemas"]["Day"];
            /** @description 1 day to 24 months after the start; years do not overlap. */
            end: components["schemas"]["Day"];
            /** @description Default: that of the tenant. */
            baseCurrency?: components["schemas"]["CurrencyCode"];
        };
        MoneyOrNull: string | null;
        /** @description {dimension: value}; one value per dimension, a split is several lines. */
        LineDimensions: {
            [key: string]: components["schemas"]["Code"];
        };
        /** @description What an account opened and closed with, signed, debit positive, in the year's base currency; null where it is not said. */
        YearBalance: {
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            opening: components["schemas"]["MoneyOrNull"];
            closing: components["schemas"]["MoneyOrNull"];
            /** @description Not empty: how much of the balance belongs to these values. Never to be added up. */
            dimensions: components["schemas"]["LineDimensions"];
        };
        YearBalancePage: {
            items: components["schemas"]["YearBalance"][];
            next: components["schemas"]["Next"];
        };
        PeriodPage: {
            items: components["schemas"]["Period"][];
            next: components["schemas"]["Next"];
        };
        ClosePeriod: {
            /** @description Only this area; the whole period without it. */
            area?: components["schemas"]["ClosableArea"];
        };
        ReopenPeriod: {
            reason: components["schemas"]["Text"];
            /** @description Only this area; the whole period without it. */
            area?: components["schemas"]["ClosableArea"];
        };
        /** @description Number and identity in the system that it comes from; always kept. */
        Source: {
            system?: components["schemas"]["Text"];
            /** @description SHA-256 of the file. */
            file?: string;
            reference?: components["schemas"]["Text"];
            line?: components["schemas"]["Text"];
        };
        RateOrNull: string | null;
        QuantityOrNull: string | null;
        /** @description The newest settlement that holds the line. */
        LineSettlement: {
            id: components["schemas"]["Id"];
            code: string;
            date: components["schemas"]["DayOrNull"];
            /** @enum {string} */
            state: "full" | "partial" | "unbalanced";
        };
        Line: {
            /** @description Order as given. */
            position: number;
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            currency: components["schemas"]["CurrencyCode"];
            currencyDebit: components["schemas"]["Money"];
            currencyCredit: components["schemas"]["Money"];
            rate: components["schemas"]["RateOrNull"];
            rateKind: string | null;
            rateDate: components["schemas"]["DayOrNull"];
            party: components["schemas"]["CodeOrNull"];
            partyId: components["schemas"]["IdOrNull"];
            partyRole: string | null;
            description: string | null;
            documentRef: string | null;
            documentDate: components["schemas"]["DayOrNull"];
            valueDate: components["schemas"]["DayOrNull"];
            dueDate: components["schemas"]["DayOrNull"];
            dimensions: {
                [key: string]: string;
            };
            quantity: components["schemas"]["QuantityOrNull"];
            unit: components["schemas"]["CodeOrNull"];
            settlement: components["schemas"]["LineSettlement"] | null;
            extra: {
                [key: string]: string;
            };
        };
        /** @description A posted entry. It never changes; `reversedBy` and the settlements of its lines are derived. */
        Entry: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            journal: components["schemas"]["Code"];
            journalId: components["schemas"]["Id"];
            fiscalYear: components["schemas"]["Code"];
            fiscalYearId: components["schemas"]["Id"];
            /** @description Number of the period in the year. */
            period: number;
            kind: string;
            date: components["schemas"]["Day"];
            documentDate: components["schemas"]["DayOrNull"];
            documentRef: string | null;
            taxDate: components["schemas"]["Day"];
            validatedOn: components["schemas"]["Day"];
            description: string | null;
            series: components["schemas"]["CodeOrNull"];
            seriesId: components["schemas"]["IdOrNull"];
            /** Format: int64 */
            sequence: number | null;
            /** @description The legal number, unique by fiscal year and series. */
            number: string | null;
            source: components["schemas"]["Source"] | null;
            origin: {
                type: string;
                id: components["schemas"]["IdOrNull"];
            };
            reversalOf: components["schemas"]["IdOrNull"];
            reversedBy: components["schemas"]["IdOrNull"];
            corrects: components["schemas"]["Id"][];
            storno: boolean;
            lines: components["schemas"]["Line"][];
            debitTotal: components["schemas"]["Money"];
            creditTotal: components["schemas"]["Money"];
            /** @description Only in the reply to a posting that `rounding` has changed. */
            rounded?: {
                /** @enum {string} */
                rounding: "line" | "largest";
                /** @description Debit minus credit in base before rounding. */
                difference: components["schemas"]["Money"];
                /** @description The line that was added or changed. */
                position: number;
            };
            /** @description Name of the key, or the author whom an imported file names. */
            createdBy: string | null;
            createdAt: components["schemas"]["Time"];
            postedBy: string;
            postedAt: components["schemas"]["Time"];
            importSession: components["schemas"]["IdOrNull"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        EntryPage: {
            items: components["schemas"]["Entry"][];
            next: components["schemas"]["Next"];
        };
        /**
         * @description An opening entry is dated the first day of its year, period 0, and a year has at most one.
         * @default normal
         * @enum {string}
         */
        SettableEntryKind: "normal" | "opening" | "adjustment" | "closing" | "revaluation";
        /** @description Up to 1,000 characters; trimmed at the edges and stored as NFC. */
        Description: string;
        /**
         * @description What happens when amounts converted to base leave a difference of at most half a minor unit times the lines: refused as `unbalanced_rounding`; a line on the account of role `rounding`; or added to the largest remainder.
         * @default refuse
         * @enum {string}
         */
        Rounding: "refuse" | "line" | "largest";
        /** @description A positive decimal string, up to 12 digits before and 12 after the point; base units for 1 unit of the currency. */
        Rate: string;
        /** @enum {string} */
        RateKind: "spot" | "average" | "closing" | "tax";
        /** @description A signed decimal string, up to 6 decimals. */
        Quantity: string;
        /** @description Named texts that have no other place; at most 20 of 255 characters. */
        Extra: {
            [key: string]: components["schemas"]["Text"];
        };
        /** @description One account, one side. `debit` and `credit` are in base currency, at most one of them not zero; both zero is allowed. A line in another currency has its own pair beside it, on the same side. Amounts are negative only when the entry is `storno`. */
        NewLine: {
            /** @description Code or id. */
            account: components["schemas"]["Code"];
            debit?: components["schemas"]["Money"];
            credit?: components["schemas"]["Money"];
            /** @description Default: the base currency. */
            currency?: components["schemas"]["CurrencyCode"];
            currencyDebit?: components["schemas"]["Money"];
            currencyCredit?: components["schemas"]["Money"];
            /** @description Used where no base amount is given: base = currency amount × rate, half up at the decimals of the base currency, line by line. A base amount that is given wins. */
            rate?: components["schemas"]["Rate"];
            rateKind?: components["schemas"]["RateKind"];
            rateDate?: components["schemas"]["Day"];
            /** @description Code or id. */
            party?: components["schemas"]["Code"];
            /** @enum {string} */
            partyRole?: "customer" | "supplier" | "employee" | "owner" | "other";
            description?: components["schemas"]["Description"];
            /** @description Overrides that of the entry. */
            documentRef?: components["schemas"]["Text"];
            documentDate?: components["schemas"]["Day"];
            valueDate?: components["schemas"]["Day"];
            dueDate?: components["schemas"]["Day"];
            dimensions?: components["schemas"]["LineDimensions"];
            quantity?: components["schemas"]["Quantity"];
            unit?: components["schemas"]["Code"];
            extra?: components["schemas"]["Extra"];
        };
        NewEntry: {
            /** @description Code or id. */
            journal: components["schemas"]["Code"];
            /** @description Decides year and period. */
            date: components["schemas"]["Day"];
            kind?: components["schemas"]["SettableEntryKind"];
            /** @description Number of the period in the year of `date`; needed only for adjustment and closing periods. */
            period?: number;
            documentDate?: components["schemas"]["Day"];
            documentRef?: components["schemas"]["Text"];
            /** @description Default: `date`. */
            taxDate?: components["schemas"]["Day"];
            /** @description Default: the day of posting in the zone of the tenant. */
            validatedOn?: components["schemas"]["Day"];
            description?: components["schemas"]["Description"];
            source?: components["schemas"]["Source"];
            /** @description Entries that this one corrects in part. */
            corrects?: components["schemas"]["Id"][];
            /**
             * @description Amounts carry the minus on the original side.
             * @default false
             */
            storno?: boolean;
            externalId?: components["schemas"]["ExternalId"];
            rounding?: components["schemas"]["Rounding"];
            lines: components["schemas"]["NewLine"][];
        };
        EntryBatch: {
            entries: components["schemas"]["NewEntry"][];
        };
        Fault: {
            /** @enum {string} */
            in: "body" | "query" | "path" | "header";
            /** @description JSON pointer into the body (`/lines/2/account`), or the name of the parameter. */
            pointer: string;
            /** @description A `ProblemCode` where the books have a word for it, else what the contract asks, `required`, `pattern`, `enum`. */
            code: string;
            /** @description What is wrong and what to do. */
            message: string;
        };
        /** @description An RFC 9457 problem. `detail` names the place and the remedy. */
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: components["schemas"]["ProblemCode"];
            /** @description What to quote when asking for help; in the log of the server. */
            requestId: string;
            errors?: components["schemas"]["Fault"][];
            /**
             * Format: uuid
             * @description With `already_imported`, the session that holds the file.
             */
            importId?: string;
        };
        /** @description Exactly one of `entry` and `problem`. */
        EntryBatchResult: {
            /** @description Place in the request. */
            index: number;
            entry?: {
                id: components["schemas"]["Id"];
                number: string | null;
            };
            problem?: components["schemas"]["Problem"];
        };
        /** Format: int64 */
        Count: number;
        EntryBatchResults: {
            /** @description In the order of the request, one for each. */
            results: components["schemas"]["EntryBatchResult"][];
            posted: components["schemas"]["Count"];
            refused: components["schemas"]["Count"];
        };
        /** @enum {string} */
        DraftStatus: "draft" | "submitted" | "approved" | "rejected";
        /** @description As it was sent; what was left out is absent. */
        DraftLine: {
            position: number;
            account: string;
            debit?: components["schemas"]["Money"];
            credit?: components["schemas"]["Money"];
            currency?: components["schemas"]["CurrencyCode"];
            currencyDebit?: components["schemas"]["Money"];
            currencyCredit?: components["schemas"]["Money"];
            rate?: components["schemas"]["Rate"];
            rateKind?: string;
            rateDate?: components["schemas"]["Day"];
            party?: string;
            partyRole?: string;
            description?: string;
            documentRef?: string;
            documentDate?: components["schemas"]["Day"];
            valueDate?: components["schemas"]["Day"];
            dueDate?: components["schemas"]["Day"];
            dimensions?: {
                [key: string]: string;
            };
            quantity?: components["schemas"]["Quantity"];
            unit?: string;
            extra?: {
                [key: string]: string;
            };
        };
        /** @description An entry that is not posted. It has no number; posting keeps its id. */
        Draft: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            status: components["schemas"]["DraftStatus"];
            journal: components["schemas"]["Code"];
            journalId: components["schemas"]["Id"];
            date: components["schemas"]["DayOrNull"];
            kind: string;
            period: number | null;
            documentDate: components["schemas"]["DayOrNull"];
            documentRef: string | null;
            taxDate: components["schemas"]["DayOrNull"];
            validatedOn: components["schemas"]["DayOrNull"];
            description: string | null;
            source: components["schemas"]["Source"] | null;
            corrects: components["schemas"]["Id"][];
            storno: boolean;
            /** @enum {string} */
            rounding: "refuse" | "line" | "largest";
            lines: components["schemas"]["DraftLine"][];
            createdBy: string | null;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        DraftPage: {
            items: components["schemas"]["Draft"][];
            next: components["schemas"]["Next"];
        };
        /** @description The body of an entry, as far as it is known. It need not balance yet. */
        NewDraft: {
            /** @description Code or id. */
            journal: components["schemas"]["Code"];
            /** @default draft */
            status?: components["schemas"]["DraftStatus"];
            date?: components["schemas"]["Day"];
            kind?: components["schemas"]["SettableEntryKind"];
            period?: number;
            documentDate?: components["schemas"]["Day"];
            documentRef?: components["schemas"]["Text"];
            taxDate?: components["schemas"]["Day"];
            validatedOn?: components["schemas"]["Day"];
            description?: components["schemas"]["Description"];
            source?: components["schemas"]["Source"];
            corrects?: components["schemas"]["Id"][];
            /** @default false */
            storno?: boolean;
            externalId?: components["schemas"]["ExternalId"];
            rounding?: components["schemas"]["Rounding"];
            lines?: components["schemas"]["NewLine"][];
        };
        PostDraft: {
            /** @description Default: the date of the draft. */
            date?: components["schemas"]["Day"];
        };
        ReverseEntry: {
            /** @description In an open period, not before the entry. Default: the date of the entry when its period is open, else today. */
            date?: components["schemas"]["Day"];
            description?: components["schemas"]["Description"];
        };
        /** @description The part of a line that the settlement takes; the line may be larger. */
        SettledLine: {
            entry: components["schemas"]["Id"];
            /** @description The line in its entry. */
            position: number;
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            currency: components["schemas"]["CurrencyCode"];
            currencyDebit: components["schemas"]["Money"];
            currencyCredit: components["schemas"]["Money"];
        };
        /** @description Lines of one account and party that answer each other (lettering). */
        Settlement: {
            id: components["schemas"]["Id"];
            externalId: components["schemas"]["ExternalIdOrNull"];
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            party: components["schemas"]["CodeOrNull"];
            partyId: components["schemas"]["IdOrNull"];
            /** @description Unique among the open years of its account and party; letters are used again. */
            code: string;
            date: components["schemas"]["DayOrNull"];
            lines: components["schemas"]["SettledLine"][];
            /**
             * @description `unbalanced`: imported so, and kept.
             * @enum {string}
             */
            state: "full" | "partial" | "unbalanced";
            differenceEntry: components["schemas"]["IdOrNull"];
            /** @enum {string} */
            origin: "manual" | "rule" | "import";
            undoneAt: components["schemas"]["TimeOrNull"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        SettlementPage: {
            items: components["schemas"]["Settlement"][];
            next: components["schemas"]["Next"];
        };
        /**
         * @description `invalid` only with `onError: abort` or `strict`.
         * @enum {string}
         */
        ImportState: "receiving" | "validating" | "valid" | "invalid" | "committing" | "committed" | "cancelled" | "reversed";
        /** @description Hex. */
        Sha256: string;
        /** @enum {string} */
        ImportResource: "accounts" | "journals" | "parties" | "opening-balances" | "entries" | "ledger";
        /**
         * @description Of a file that is read. `odoo`, `frappe` and `gnucash` are charts of accounts.
         * @enum {string}
         */
        FileFormat: "csv" | "xlsx" | "jsonl" | "fec" | "sie" | "hledger" | "ledger" | "beancount" | "odoo" | "frappe" | "gnucash";
        DayRange: {
            start: components["schemas"]["Day"];
            end: components["schemas"]["Day"];
        };
        ImportOptions: {
            /**
             * @description `auto` keeps the numbers of the file where they can be legal numbers, else renumbers and says so.
             * @default auto
             * @enum {string}
             */
            numbers?: "keep" | "renumber" | "auto";
            /** @description What the import may create beside its own resource; `ledger` creates all of it. */
            create?: ("accounts" | "journals" | "parties" | "years" | "dimensions" | "currencies")[];
            /**
             * @default posted
             * @enum {string}
             */
            as?: "draft" | "posted";
            /**
             * @description `currency`: debit and credit are in the currency of the line, and a rate is needed.
             * @default base
             * @enum {string}
             */
            amountsIn?: "base" | "currency";
            /** @description The journal whose entry of the first day is the opening. */
            openingJournal?: components["schemas"]["Code"];
            /** @description Account that takes the difference of an opening that does not sum to zero. */
            openingDifference?: components["schemas"]["Code"];
            /** @description The year of the file, where it does not say. */
            fiscalYear?: components["schemas"]["DayRange"];
            /**
             * @description A file total that differs makes the import invalid.
             * @default false
             */
            strict?: boolean;
            /** @description Code or id of the year, for opening balances. */
            year?: components["schemas"]["Code"];
            /** @description Of the mapping that the file was read with, tables included: with another one it is another import. */
            mapping?: components["schemas"]["Sha256"];
            /** @description The sheet of a workbook that was asked for; another sheet is another import. */
            sheet?: components["schemas"]["Text"];
        };
        Counts: {
            [key: string]: number;
        };
        /** @description How the file was read where there was more than one way. What is shown here is what the commit uses, or it is refused. */
        Interpretation: {
            format: string;
            encoding: string;
            delimiter: string | null;
            decimal: string | null;
            /**
             * @description Order of days that are not ISO, as it was told or found.
             * @enum {string|null}
             */
            dateFormat: "YMD" | "DMY" | "MDY" | null;
            /** @description The sheet of a workbook that was read, the first where a table goes on in others; null for files without sheets. */
            sheet: string | null;
            years: {
                code: string;
                start: components["schemas"]["Day"];
                end: components["schemas"]["Day"];
                created: boolean;
                reason: string | null;
                /**
                 * @description `balances`: only what accounts opened and closed with.
                 * @enum {string}
                 */
                detail: "entries" | "balances";
            }[];
            opening: {
                journal: components["schemas"]["CodeOrNull"];
                /** @description The entry as the file names it, until the commit; then its id. */
                entry: string | null;
                /** @enum {string} */
                mode: "none" | "carried" | "stated";
                /** @description What went to `openingDifference` or `unallocatedResult`, debit positive. */
                difference: components["schemas"]["MoneyOrNull"];
                reason: string | null;
            } | null;
            numbering: {
                /** @enum {string} */
                policy: "keep" | "renumber";
                series: {
                    code: string;
                    year: string;
                    first: string | null;
                    last: string | null;
                    entries: components["schemas"]["Count"];
                }[];
                /** @description Codes of the series whose numbers are given here. */
                renumbered: string[];
                reason: string | null;
            } | null;
            /** @description By resource: `accounts`, `parties`, `journals`, `years`, … */
            created: components["schemas"]["Counts"];
            /** @description Rule that gave an account its kind. */
            accountKinds: components["schemas"]["Counts"];
            /** @description Changes of form that lose nothing: `trimmed`, `padded`. */
            normalised: components["schemas"]["Counts"];
            /** @description What the file holds and a ledger does not, by its name in the format. */
            notStored: components["schemas"]["Counts"];
            warnings: string[];
        };
        /**
         * Format: int64
         * @description Line of the source file, from 1, headings counted.
         */
        RowNumber: number;
        /** @description A total that the file states itself; reported when it differs, never corrected. */
        Assertion: {
            account: components["schemas"]["CodeOrNull"];
            kind: string;
            /** @description With the decimals of its currency, so that equal totals are equal texts. */
            stated: string;
            /** @description What the books will hold. */
            computed: string;
            date?: components["schemas"]["Day"];
            from?: components["schemas"]["Day"];
            /** @description Default: base, over all that the account holds. */
            currency?: components["schemas"]["CurrencyCode"];
            row?: components["schemas"]["RowNumber"];
        };
        /** @description Counts that add up to `entries`, and what is made beside them. What it adds to each account is listed by `imports.effects`. */
        ImportEffects: {
            written: components["schemas"]["Count"];
            updated: components["schemas"]["Count"];
            unchanged: components["schemas"]["Count"];
            skipped: components["schemas"]["Count"];
            rejected: components["schemas"]["Count"];
            lines: components["schemas"]["Count"];
            /** @description Accounts that entries are written to. */
            accounts: components["schemas"]["Count"];
            /** @description By resource: `accounts`, `parties`, … */
            created: components["schemas"]["Counts"];
        };
        /** @description An import session, from first byte to commit. `written + updated + unchanged + skipped + rejected = entries` once it is committed; for resources without entries, `entries` counts the records. */
        Import: {
            id: components["schemas"]["Id"];
            resource: components["schemas"]["ImportResource"];
            /** @enum {string} */
            mode: "create" | "upsert";
            /** @enum {string} */
            onError: "abort" | "skip";
            format: components["schemas"]["FileFormat"];
            options: components["schemas"]["ImportOptions"];
            sourceName: string | null;
            /** Format: int64 */
            size: number | null;
            sha256: components["schemas"]["Sha256"];
            again: boolean;
            state: components["schemas"]["ImportState"];
            parts: {
                received: components["schemas"]["Count"];
                /** @description The lowest part that is missing; where to go on after a break. */
                next: number;
                bytes: components["schemas"]["Count"];
            };
            rows: components["schemas"]["Count"];
            entries: components["schemas"]["Count"];
            /** @description Lines of the entries written. */
            lines: components["schemas"]["Count"];
            valid: components["schemas"]["Count"];
            written: components["schemas"]["Count"];
            updated: components["schemas"]["Count"];
            unchanged: components["schemas"]["Count"];
            /** @description Left out by an option. */
            skipped: components["schemas"]["Count"];
            rejected: components["schemas"]["Count"];
            /** @description Base currency: of what is valid, then of what was written. */
            debit: components["schemas"]["MoneyOrNull"];
            credit: components["schemas"]["MoneyOrNull"];
            interpretation: components["schemas"]["Interpretation"] | null;
            /** @description Totals that the file states, beside what the books will hold: those that differ first, at most 5,000. Left out of lists. */
            assertions: components["schemas"]["Assertion"][];
            /** @description How many totals the file states, and how many of them the books will hold. */
            assertionCounts: {
                stated: components["schemas"]["Count"];
                agreed: components["schemas"]["Count"];
            };
            /** @description What a commit will do, known from the validation on; after the commit, what it did. */
            effects: components["schemas"]["ImportEffects"] | null;
            /** @description Where openings that the import stated, or met, differ from the closing of the year before; from the commit on. */
            openingDifferences: {
                year: components["schemas"]["Code"];
                account: components["schemas"]["Code"];
                stated: components["schemas"]["Money"];
                carried: components["schemas"]["Money"];
                difference: components["schemas"]["Money"];
            }[];
            /** @description While a job works on it. */
            progress: {
                phase: string;
                done: components["schemas"]["Count"];
                total: components["schemas"]["Count"];
            } | null;
            /** @description Why the last job did not end well. */
            failure: components["schemas"]["Problem"] | null;
            createdBy: string | null;
            validatedAt: components["schemas"]["TimeOrNull"];
            committedAt: components["schemas"]["TimeOrNull"];
            reversedAt: components["schemas"]["TimeOrNull"];
            reversedBy: string | null;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            next: components["schemas"]["Next"];
        };
        NewImport: {
            resource: components["schemas"]["ImportResource"];
            /**
             * @description `upsert` updates by external id, else by code; entries are only ever created.
             * @enum {string}
             */
            mode: "create" | "upsert";
            /**
             * @description With `skip` faulty entries are left out whole, the rest is written.
             * @enum {string}
             */
            onError: "abort" | "skip";
            /** @description What the source file is; the parts are NDJSON rows always. */
            format: components["schemas"]["FileFormat"];
            options?: components["schemas"]["ImportOptions"];
            sourceName?: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description Bytes of the source file.
             */
            size?: number;
            /** @description Of the source file; the same file, resource and options again is 409 `already_imported`. */
            sha256: components["schemas"]["Sha256"];
            /**
             * @description Import although the same file has been committed.
             * @default false
             */
            again?: boolean;
        };
        ImportPart: {
            part: number;
            rows: components["schemas"]["Count"];
            bytes: components["schemas"]["Count"];
            sha256: components["schemas"]["Sha256"];
            /** @description The lowest part that is missing. */
            next: number;
        };
        /** @description A total that the file states of its own books, signed, debit positive. `opening`: balance of the account on the morning of `date`, openings of that day included; `closing`: its balance at the end of `date`; `result`, `period`: what its entries from `from` to `date` add up to; `total`, `count`: debit of all entries, and how many there are. */
        StatedTotal: {
            /** @enum {string} */
            kind: "opening" | "closing" | "result" | "period" | "total" | "count";
            stated: components["schemas"]["Money"];
            date?: components["schemas"]["Day"];
            from?: components["schemas"]["Day"];
            account?: components["schemas"]["Code"];
            /** @description Default: base. */
            currency?: components["schemas"]["CurrencyCode"];
            row?: components["schemas"]["RowNumber"];
        };
        /** @description What the reader of the file decided on its way. */
        CodecSaid: {
            format: string;
            encoding: string;
            delimiter?: string;
            decimal?: string;
            /** @enum {string} */
            dateFormat?: "YMD" | "DMY" | "MDY";
            sheet?: string;
            rows: components["schemas"]["Count"];
            normalised: components["schemas"]["Counts"];
            accountKinds: components["schemas"]["Counts"];
            notStored: components["schemas"]["Counts"];
            numbering?: {
                /** @enum {string} */
                policy: "keep" | "renumber";
                /** @enum {string} */
                series: "shared" | "journal";
                reason: string;
            };
            opening?: {
                journal: string;
                reason: string;
            };
            year?: {
                start: components["schemas"]["Day"];
                end: components["schemas"]["Day"];
                reason: string;
            };
            warnings: string[];
            assertions?: components["schemas"]["StatedTotal"][];
        };
        ValidateImport: {
            said: components["schemas"]["CodecSaid"];
            /** @description How many parts there are; when one is missing, 409. */
            parts: number;
        };
        /** @description What the entries of an import add to an account, in base currency. */
        ImportEffect: {
            account: components["schemas"]["Code"];
            name: string;
            lines: components["schemas"]["Count"];
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
        };
        ImportEffectPage: {
            items: components["schemas"]["ImportEffect"][];
            next: components["schemas"]["Next"];
        };
        /** @enum {string} */
        ExportFormat: "csv" | "xlsx" | "jsonl" | "fec" | "sie" | "hledger" | "ledger" | "beancount";
        /** @description Only lines that have this value of this dimension. */
        DimensionFilter: {
            /** @description Of the dimension. */
            code: components["schemas"]["Code"];
            /** @description Code of the value. */
            value: components["schemas"]["Code"];
        };
        ExportFile: {
            name: string;
            /** @description Bytes. */
            size: components["schemas"]["Count"];
            sha256: components["schemas"]["Sha256"];
        };
        /** @description An export, from one snapshot of the ledger; the same ledger gives the same bytes. What counts it is null until its content has been read to the end. */
        Export: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            resource: "ledger";
            format: components["schemas"]["ExportFormat"];
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** @description Code of the year when it is exactly one. */
            year: components["schemas"]["CodeOrNull"];
            filters: {
                period: string | null;
                journal: components["schemas"]["CodeOrNull"];
                account: string | null;
                dimension: components["schemas"]["DimensionFilter"] | null;
            };
            /** @description The instant whose ledger it shows. */
            snapshot: components["schemas"]["TimeOrNull"];
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "expired";
            /** Format: int64 */
            rows: number | null;
            /** Format: int64 */
            entries: number | null;
            debit: components["schemas"]["MoneyOrNull"];
            credit: components["schemas"]["MoneyOrNull"];
            /** @description Of the bytes of the content. */
            sha256: string | null;
            /** @description What the format could not carry, by field. */
            notHeld: components["schemas"]["Counts"];
            /** @description The file itself, then what belongs beside it: the description of a FEC. */
            files: components["schemas"]["ExportFile"][];
            failure: components["schemas"]["Problem"] | null;
            createdBy: string | null;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            version: components["schemas"]["Version"];
        };
        ExportPage: {
            items: components["schemas"]["Export"][];
            next: components["schemas"]["Next"];
        };
        /** @description A whole year, one of its periods, or a range of days; by default the latest fiscal year that has entries. Formats that hold a whole year take no other range and no filter. */
        NewExport: {
            /**
             * @default ledger
             * @enum {string}
             */
            resource?: "ledger";
            format: components["schemas"]["ExportFormat"];
            from?: components["schemas"]["Day"];
            to?: components["schemas"]["Day"];
            /** @description Code or id; not with `from` or `to`. */
            year?: components["schemas"]["Code"];
            /** @description `YEAR/NUMBER`, `2026/3`: the entries of this period, whatever their days; not with another range. The opening stands in period 0. */
            period?: string;
            /** @description Code or id. */
            journal?: components["schemas"]["Code"];
            account?: components["schemas"]["AccountRange"];
            dimension?: components["schemas"]["DimensionFilter"];
        };
        ExportCheck: {
            format: components["schemas"]["FileFormat"];
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** @description Code of the year when it is exactly one. */
            year: components["schemas"]["CodeOrNull"];
            lacks: {
                /** @description Of the tenant, or of what was asked. */
                field: string;
                message: string;
            }[];
        };
        /** @description closing = opening + debit − credit; opening entries are in `opening` only. Opening and closing are signed, debit positive. */
        TrialBalanceRow: {
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            name: string;
            type: string;
            opening: components["schemas"]["Money"];
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            closing: components["schemas"]["Money"];
            /** @description With `by=currency`; the next four are in it, the plain columns stay base. */
            currency?: components["schemas"]["CurrencyCode"];
            currencyOpening?: components["schemas"]["Money"];
            currencyDebit?: components["schemas"]["Money"];
            currencyCredit?: components["schemas"]["Money"];
            currencyClosing?: components["schemas"]["Money"];
            /** @description With `by=party`. */
            party?: components["schemas"]["CodeOrNull"];
            partyId?: components["schemas"]["IdOrNull"];
            /** @description With `by=dimension:X`, the value of that dimension. */
            value?: components["schemas"]["CodeOrNull"];
        };
        TrialBalance: {
            /** @description The base currency. */
            currency: components["schemas"]["CurrencyCode"];
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** @description By the bytes of the account code. */
            rows: components["schemas"]["TrialBalanceRow"][];
            totals: {
                opening: components["schemas"]["Money"];
                debit: components["schemas"]["Money"];
                credit: components["schemas"]["Money"];
                closing: components["schemas"]["Money"];
            };
        };
        /** @description A line, or (`record` opening) the opening balance that the lines of an account start from, with null where a line has its entry. */
        GeneralLedgerRow: {
            /** @enum {string} */
            record: "opening" | "line";
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            accountName: string;
            date: components["schemas"]["Day"];
            journal: components["schemas"]["CodeOrNull"];
            number: string | null;
            entry: components["schemas"]["IdOrNull"];
            position: number | null;
            /** @description Of the line, else of the entry. */
            description: string | null;
            /** @description Of the line, else of the entry. */
            documentRef: string | null;
            party: components["schemas"]["CodeOrNull"];
            /** @description The other accounts of the entry. */
            counterAccounts: string[];
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            currency: components["schemas"]["CurrencyCode"];
            currencyDebit: components["schemas"]["Money"];
            currencyCredit: components["schemas"]["Money"];
            /** @description Of the account after this row, base, debit positive. */
            balance: components["schemas"]["Money"];
            /** @description The letter. */
            settlement: string | null;
        };
        GeneralLedger: {
            items: components["schemas"]["GeneralLedgerRow"][];
            next: components["schemas"]["Next"];
        };
        JournalBookRow: {
            journal: components["schemas"]["Code"];
            number: string | null;
            entry: components["schemas"]["Id"];
            date: components["schemas"]["Day"];
            period: number;
            kind: string;
            validatedOn: components["schemas"]["Day"];
            postedAt: components["schemas"]["Time"];
            createdAt: components["schemas"]["Time"];
            createdBy: string | null;
            position: number;
            account: components["schemas"]["Code"];
            accountId: components["schemas"]["Id"];
            accountName: string;
            party: components["schemas"]["CodeOrNull"];
            /** @description Of the line, else of the entry. */
            description: string | null;
            /** @description Of the line, else of the entry. */
            documentRef: string | null;
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            currency: components["schemas"]["CurrencyCode"];
            currencyDebit: components["schemas"]["Money"];
            currencyCredit: components["schemas"]["Money"];
        };
        JournalBook: {
            items: components["schemas"]["JournalBookRow"][];
            next: components["schemas"]["Next"];
        };
        NumbersRow: {
            series: components["schemas"]["Code"];
            seriesId: components["schemas"]["Id"];
            year: components["schemas"]["Code"];
            yearId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description Lowest sequence.
             */
            first: number | null;
            /**
             * Format: int64
             * @description Highest sequence.
             */
            last: number | null;
            /** @description Entries that have a number. */
            count: components["schemas"]["Count"];
            /**
             * Format: int64
             * @description The sequence that the next entry takes.
             */
            next: number;
            gaps: components["schemas"]["Gap"][];
            /** @description Numbers that occur more than once; always empty unless the books are damaged. */
            duplicates: string[];
        };
        Numbers: {
            rows: components["schemas"]["NumbersRow"][];
        };
        /** @description Who changed what, when, written in the transaction of the change. */
        AuditEvent: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Time"];
            actor: {
                /** @description Null for what the server did by itself. */
                keyId: components["schemas"]["IdOrNull"];
                name: string;
            };
            /** @description The operationId, `accounts.update`. */
            operation: string;
            /** @description The area, `accounts`. */
            resource: string;
            resourceId: components["schemas"]["IdOrNull"];
            resourceCode: string | null;
            /** @description The fields that changed as they were. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description The same fields as they are since. */
            after: {
                [key: string]: unknown;
            } | null;
            requestId: string;
        };
        AuditEventPage: {
            items: components["schemas"]["AuditEvent"][];
            next: components["schemas"]["Next"];
        };
        ImportAccountRow: {
            /** @constant */
            record: "account";
            row?: components["schemas"]["RowNumber"];
            code: components["schemas"]["Code"];
            name?: components["schemas"]["Name"];
            /** @enum {string} */
            statement?: "balance" | "result" | "memo";
            /** @enum {string} */
            type?: "asset" | "liability" | "equity" | "income" | "expense" | "memo";
            parent?: components["schemas"]["Code"];
            postable?: boolean;
            currency?: components["schemas"]["CurrencyCode"];
            /** @enum {string} */
            control?: "none" | "receivable" | "payable" | "employee" | "other";
            settleable?: boolean;
            unit?: components["schemas"]["Code"];
            mappings?: components["schemas"]["Mappings"];
            externalId?: components["schemas"]["ExternalId"];
        };
        ImportJournalRow: {
            /** @constant */
            record: "journal";
            row?: components["schemas"]["RowNumber"];
            code: components["schemas"]["Code"];
            name?: components["schemas"]["Name"];
            /** @enum {string} */
            area?: "sale" | "purchase" | "bank" | "cash" | "payroll" | "general" | "opening" | "closing";
            series?: components["schemas"]["Code"];
            externalId?: components["schemas"]["ExternalId"];
        };
        ImportPartyRow: {
            /** @constant */
            record: "party";
            row?: components["schemas"]["RowNumber"];
            code: components["schemas"]["Code"];
            name?: components["schemas"]["Name"];
            /** @enum {string} */
            kind?: "organisation" | "person";
            roles?: {
                role: string;
                subledgerCode?: components["schemas"]["Code"];
                controlAccount?: components["schemas"]["Code"];
            }[];
            registrationNumber?: components["schemas"]["Text"];
            externalId?: components["schemas"]["ExternalId"];
        };
        ImportYearRow: {
            /** @constant */
            record: "year";
            row?: components["schemas"]["RowNumber"];
            code?: string;
            start: components["schemas"]["Day"];
            end: components["schemas"]["Day"];
            /**
             * @description `balances`: the file has no entries of this year, only what its accounts opened and closed with.
             * @enum {string}
             */
            detail?: "entries" | "balances";
        };
        ImportDimensionRow: {
            /** @constant */
            record: "dimension";
            row?: components["schemas"]["RowNumber"];
            code: components["schemas"]["Code"];
            name?: components["schemas"]["Name"];
            parent?: components["schemas"]["Code"];
        };
        ImportDimensionValueRow: {
            /** @constant */
            record: "dimensionValue";
            row?: components["schemas"]["RowNumber"];
            dimension: components["schemas"]["Code"];
            code: components["schemas"]["Code"];
            name?: components["schemas"]["Name"];
        };
        /** @description What an account opened and closed with in a year whose entries the file does not hold, signed, debit positive, in base currency. With `dimensions` it says how much of a balance belongs to these values, and is never a line. */
        ImportBalanceRow: {
            /** @constant */
            record: "balance";
            row?: components["schemas"]["RowNumber"];
            /** @description First day of the year. */
            year: components["schemas"]["Day"];
            account: components["schemas"]["Code"];
            accountName?: components["schemas"]["Name"];
            accountType?: string;
            opening?: components["schemas"]["Money"];
            closing?: components["schemas"]["Money"];
            /** @description Closing of an account that starts each year at zero. */
            result?: components["schemas"]["Money"];
            dimensions?: components["schemas"]["LineDimensions"];
        };
        /** @description A currency or unit of one's own with its decimals. It comes before the first line in that currency; without a row a new currency has two decimals. One that the books know stays as it is. */
        ImportCurrencyRow: {
            /** @constant */
            record: "currency";
            row?: components["schemas"]["RowNumber"];
            code: components["schemas"]["CurrencyCode"];
            exponent: number;
        };
        /** @description One line of one entry, flat. Lines with one `entry` form one entry, adjacent or not; the fields of the entry stand on each of its lines or on the first only. `debit` and `credit` are base currency. */
        ImportLineRow: {
            /** @constant */
            record: "line";
            row?: components["schemas"]["RowNumber"];
            entry: string;
            kind?: string;
            journal?: components["schemas"]["Code"];
            series?: components["schemas"]["Code"];
            number?: string;
            date?: components["schemas"]["Day"];
            period?: number;
            documentRef?: components["schemas"]["Text"];
            documentDate?: components["schemas"]["Day"];
            taxDate?: components["schemas"]["Day"];
            validatedOn?: components["schemas"]["Day"];
            entryDescription?: components["schemas"]["Description"];
            account?: components["schemas"]["Code"];
            party?: components["schemas"]["Code"];
            partyRole?: string;
            description?: components["schemas"]["Description"];
            debit?: components["schemas"]["Money"];
            credit?: components["schemas"]["Money"];
            /** @description Signed, debit positive; instead of `debit` and `credit`. */
            amount?: components["schemas"]["Money"];
            currency?: components["schemas"]["CurrencyCode"];
            currencyDebit?: components["schemas"]["Money"];
            currencyCredit?: components["schemas"]["Money"];
            rate?: components["schemas"]["Rate"];
            dueDate?: components["schemas"]["Day"];
            valueDate?: components["schemas"]["Day"];
            quantity?: components["schemas"]["Quantity"];
            unit?: components["schemas"]["Code"];
            settlement?: string;
            settlementDate?: components["schemas"]["Day"];
            lineDocumentRef?: components["schemas"]["Text"];
            lineDocumentDate?: components["schemas"]["Day"];
            externalId?: components["schemas"]["ExternalId"];
            storno?: boolean;
            source?: components["schemas"]["Source"];
            accountName?: components["schemas"]["Name"];
            accountType?: string;
            journalName?: components["schemas"]["Name"];
            partyName?: components["schemas"]["Name"];
            dimensions?: components["schemas"]["LineDimensions"];
            extra?: components["schemas"]["Extra"];
        };
    };
    responses: {
        /** @description The request itself is wrong; `errors` names each place. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:invalid_request",
                 *       "title": "Invalid request",
                 *       "status": 400,
                 *       "detail": "`date` is not a date of the calendar: use YYYY-MM-DD.",
                 *       "code": "invalid_request",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a",
                 *       "errors": [
                 *         {
                 *           "in": "body",
                 *           "pointer": "/date",
                 *           "code": "date_invalid",
                 *           "message": "2026-02-30 is not a day of the calendar."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid credential. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:unauthenticated",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "Send `Authorization: Bearer <key>` with a key that is neither revoked nor expired.",
                 *       "code": "unauthenticated",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credential lacks a scope that the operation needs. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:forbidden",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "This key lacks the scope accounts:write.",
                 *       "code": "forbidden",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is not yours to know. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:not_found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no account 999999 in this tenant.",
                 *       "code": "not_found",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the books refuses it now. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:period_not_open",
                 *       "title": "Period not open",
                 *       "status": 409,
                 *       "detail": "Period 2026/3 is closed: date the entry in an open period, or reopen it.",
                 *       "code": "period_not_open",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` names a version that is no longer the present one. */
        VersionConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:version_conflict",
                 *       "title": "Changed by somebody else",
                 *       "status": 412,
                 *       "detail": "The account is at version 4, not 3: read it again and repeat the change.",
                 *       "code": "version_conflict",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is over 8 MiB. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:body_too_large",
                 *       "title": "Body too large",
                 *       "status": 413,
                 *       "detail": "Send at most 8 MiB at once; split a batch, or use an import.",
                 *       "code": "body_too_large",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Well formed, and the books refuse it. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:unbalanced",
                 *       "title": "Entry does not balance",
                 *       "status": 422,
                 *       "detail": "Debit 100.00 and credit 99.00 differ by 1.00 EUR.",
                 *       "code": "unbalanced",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; wait `Retry-After` seconds. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:rate_limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Wait 2 seconds.",
                 *       "code": "rate_limited",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server; nothing was written. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:internal",
                 *       "title": "Internal error",
                 *       "status": 500,
                 *       "detail": "Quote the request id when reporting this.",
                 *       "code": "internal",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server cannot answer now: `unavailable`, `timeout` or `schema_outdated`. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:erp:problem:unavailable",
                 *       "title": "Not available",
                 *       "status": 503,
                 *       "detail": "The database does not answer; try again.",
                 *       "code": "unavailable",
                 *       "requestId": "0198f3a0-0000-7000-8000-00000000000a"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Slug or id of the tenant; by default the only tenant of the credential. */
        Tenant: string;
        /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
        IdempotencyKey: string;
        /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
        IfMatch: string;
        /** @description Items a page. */
        Limit: number;
        /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
        Cursor: string;
        /** @description The id. */
        IdPath: components["schemas"]["Id"];
        /** @description Only what changed at this instant or later. */
        UpdatedSince: components["schemas"]["Time"];
        /** @description The one with this external id. */
        ExternalId: components["schemas"]["ExternalId"];
        /** @description Slug or id. */
        TenantPath: components["schemas"]["Code"];
        /** @description Only active ones (true) or archived ones (false); both without it. */
        Active: boolean;
        /** @description Code or id. */
        AccountPath: components["schemas"]["Code"];
        /** @description Code or id. */
        JournalPath: components["schemas"]["Code"];
        /** @description Code or id. */
        SeriesPath: components["schemas"]["Code"];
        /** @description Code or id. */
        CurrencyPath: components["schemas"]["Code"];
        /** @description Code or id. */
        DimensionPath: components["schemas"]["Code"];
        /** @description Code or id. */
        DimensionValuePath: components["schemas"]["Code"];
        /** @description Code or id. */
        PartyPath: components["schemas"]["Code"];
        /** @description Code or id. */
        YearPath: components["schemas"]["Code"];
        /** @description Code or id of a fiscal year. */
        Year: components["schemas"]["Code"];
        /** @description Number of the period in its year. */
        PeriodNumberPath: number;
        /** @description First accounting date. */
        From: components["schemas"]["Day"];
        /** @description Last accounting date. */
        To: components["schemas"]["Day"];
        /** @description Code or id of a journal. */
        Journal: components["schemas"]["Code"];
        /** @description An account or a range of them. */
        AccountFilter: components["schemas"]["AccountRange"];
        /** @description Code or id of a party. */
        Party: components["schemas"]["Code"];
        /** @description Number of the part, from 1. */
        PartPath: number;
        /** @description SHA-256 of the body (RFC 9530): `sha-256=:<base64>:`. */
        ContentDigest: string;
        /** @description Balances on this day: from the start of its fiscal year. Not with `from` or `to`. */
        AsOf: components["schemas"]["Day"];
        /** @description What the books said then, leaving out what was posted after this instant. */
        PostedUntil: components["schemas"]["Time"];
    };
    requestBodies: never;
    headers: {
        /** @description The version, in quotes, for `If-Match`. */
        ETag: string;
        /** @description Present and `true` when this is the stored reply of an earlier request. */
        IdempotencyReplayed: "true";
        /** @description Seconds to wait. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "system.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            500: components["responses"]["ServerError"];
        };
    };
    "system.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "parts": [
                     *         {
                     *           "name": "database",
                     *           "ready": true
                     *         },
                     *         {
                     *           "name": "schema",
                     *           "ready": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            500: components["responses"]["ServerError"];
            /** @description Not ready; `parts` says why. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "not_ready",
                     *       "parts": [
                     *         {
                     *           "name": "database",
                     *           "ready": false,
                     *           "detail": "connection refused"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    "system.version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "contract": "0.1.0",
                     *       "services": [
                     *         "api",
                     *         "accounting"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ServerVersion"];
                };
            };
            500: components["responses"]["ServerError"];
        };
    };
    "migrations.status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 7,
                     *       "standing": "current",
                     *       "speaksFrom": 7,
                     *       "speaksTo": 7,
                     *       "migrations": [
                     *         {
                     *           "number": 7,
                     *           "name": "0007-year-balances",
                     *           "phase": "expand",
                     *           "state": "applied",
                     *           "appliedAt": "2026-01-05T09:00:00Z",
                     *           "seconds": 0.012,
                     *           "rows": null,
                     *           "of": null,
                     *           "release": "0.1.0"
                     *         }
                     *       ],
                     *       "servers": [
                     *         {
                     *           "version": "0.1.0",
                     *           "speaksFrom": 7,
                     *           "speaksTo": 7,
                     *           "startedAt": "2026-01-05T09:00:01Z",
                     *           "seenAt": "2026-01-05T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "migrations.plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan; without steps when nothing is pending. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 7,
                     *       "to": 8,
                     *       "steps": [
                     *         {
                     *           "number": 8,
                     *           "name": "0008-line-notes",
                     *           "phase": "expand",
                     *           "how": "1 statement in one short transaction",
                     *           "blocked": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "migrations.up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": 8
                 *     }
                 */
                "application/json": components["schemas"]["SchemaUp"];
            };
        };
        responses: {
            /** @description How far it came. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 8,
                     *       "isDone": true,
                     *       "events": [
                     *         {
                     *           "event": "done",
                     *           "number": 8,
                     *           "name": "0008-line-notes",
                     *           "phase": "expand",
                     *           "rows": null,
                     *           "of": null,
                     *           "seconds": 0.02,
                     *           "detail": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaProgress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "migrations.down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": 7
                 *     }
                 */
                "application/json": components["schemas"]["SchemaDown"];
            };
        };
        responses: {
            /** @description How far it came. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 8,
                     *       "isDone": true,
                     *       "events": [
                     *         {
                     *           "event": "done",
                     *           "number": 8,
                     *           "name": "0008-line-notes",
                     *           "phase": "expand",
                     *           "rows": null,
                     *           "of": null,
                     *           "seconds": 0.02,
                     *           "detail": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaProgress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apiKeys.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000001",
                     *           "name": "webshop",
                     *           "scopes": [
                     *             "entries:read",
                     *             "entries:post"
                     *           ],
                     *           "tenant": "acme",
                     *           "tenantId": "0198f3a0-0000-7000-8000-000000000002",
                     *           "prefix": "erp_9f2c",
                     *           "expiresAt": null,
                     *           "revokedAt": null,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apiKeys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "webshop",
                 *       "scopes": [
                 *         "entries:read",
                 *         "entries:post"
                 *       ],
                 *       "expiresAt": "2027-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description Created; the only reply that holds the secret. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000001",
                     *       "name": "webshop",
                     *       "scopes": [
                     *         "entries:read",
                     *         "entries:post"
                     *       ],
                     *       "tenant": "acme",
                     *       "tenantId": "0198f3a0-0000-7000-8000-000000000002",
                     *       "prefix": "erp_9f2c",
                     *       "expiresAt": null,
                     *       "revokedAt": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1,
                     *       "secret": "erp_9f2cExampleOfASecretThatIsShownOnce"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apiKeys.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keyId": "0198f3a0-0000-7000-8000-000000000001",
                     *       "name": "webshop",
                     *       "scopes": [
                     *         "entries:read",
                     *         "entries:post"
                     *       ],
                     *       "tenant": "acme",
                     *       "tenantId": "0198f3a0-0000-7000-8000-000000000002"
                     *     }
                     */
                    "application/json": components["schemas"]["CurrentApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apiKeys.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000002",
                     *           "slug": "acme",
                     *           "externalId": null,
                     *           "name": "Acme",
                     *           "legalName": "Acme SAS",
                     *           "country": "FR",
                     *           "baseCurrency": "EUR",
                     *           "timezone": "Europe/Paris",
                     *           "locale": null,
                     *           "registrationNumber": "000000001",
                     *           "taxRegistrations": [
                     *             {
                     *               "country": "FR",
                     *               "number": "FR00000000001"
                     *             }
                     *           ],
                     *           "address": {
                     *             "street": "Rue de la Paix",
                     *             "number": "1",
                     *             "city": "Paris",
                     *             "postalCode": "75002",
                     *             "country": "FR"
                     *           },
                     *           "contact": null,
                     *           "bankAccounts": [],
                     *           "fiscalYearStart": "01-01",
                     *           "accountingBasis": "accrual",
                     *           "reversalStyle": "swap",
                     *           "accountRoles": {
                     *             "resultProfit": "120000",
                     *             "resultLoss": "129000"
                     *           },
                     *           "exportProfiles": {
                     *             "fec": {
                     *               "variant": "tab"
                     *             }
                     *           },
                     *           "state": "setup",
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "acme",
                 *       "name": "Acme",
                 *       "country": "FR",
                 *       "baseCurrency": "EUR",
                 *       "timezone": "Europe/Paris",
                 *       "chart": "international"
                 *     }
                 */
                "application/json": components["schemas"]["NewTenant"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000002",
                     *       "slug": "acme",
                     *       "externalId": null,
                     *       "name": "Acme",
                     *       "legalName": "Acme SAS",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "locale": null,
                     *       "registrationNumber": "000000001",
                     *       "taxRegistrations": [
                     *         {
                     *           "country": "FR",
                     *           "number": "FR00000000001"
                     *         }
                     *       ],
                     *       "address": {
                     *         "street": "Rue de la Paix",
                     *         "number": "1",
                     *         "city": "Paris",
                     *         "postalCode": "75002",
                     *         "country": "FR"
                     *       },
                     *       "contact": null,
                     *       "bankAccounts": [],
                     *       "fiscalYearStart": "01-01",
                     *       "accountingBasis": "accrual",
                     *       "reversalStyle": "swap",
                     *       "accountRoles": {
                     *         "resultProfit": "120000",
                     *         "resultLoss": "129000"
                     *       },
                     *       "exportProfiles": {
                     *         "fec": {
                     *           "variant": "tab"
                     *         }
                     *       },
                     *       "state": "setup",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000002",
                     *       "slug": "acme",
                     *       "externalId": null,
                     *       "name": "Acme",
                     *       "legalName": "Acme SAS",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "locale": null,
                     *       "registrationNumber": "000000001",
                     *       "taxRegistrations": [
                     *         {
                     *           "country": "FR",
                     *           "number": "FR00000000001"
                     *         }
                     *       ],
                     *       "address": {
                     *         "street": "Rue de la Paix",
                     *         "number": "1",
                     *         "city": "Paris",
                     *         "postalCode": "75002",
                     *         "country": "FR"
                     *       },
                     *       "contact": null,
                     *       "bankAccounts": [],
                     *       "fiscalYearStart": "01-01",
                     *       "accountingBasis": "accrual",
                     *       "reversalStyle": "swap",
                     *       "accountRoles": {
                     *         "resultProfit": "120000",
                     *         "resultLoss": "129000"
                     *       },
                     *       "exportProfiles": {
                     *         "fec": {
                     *           "variant": "tab"
                     *         }
                     *       },
                     *       "state": "setup",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "registrationNumber": "000000001",
                 *       "address": {
                 *         "street": "Rue de la Paix",
                 *         "number": "1",
                 *         "city": "Paris",
                 *         "postalCode": "75002",
                 *         "country": "FR"
                 *       },
                 *       "state": "live"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateTenant"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000002",
                     *       "slug": "acme",
                     *       "externalId": null,
                     *       "name": "Acme",
                     *       "legalName": "Acme SAS",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "locale": null,
                     *       "registrationNumber": "000000001",
                     *       "taxRegistrations": [
                     *         {
                     *           "country": "FR",
                     *           "number": "FR00000000001"
                     *         }
                     *       ],
                     *       "address": {
                     *         "street": "Rue de la Paix",
                     *         "number": "1",
                     *         "city": "Paris",
                     *         "postalCode": "75002",
                     *         "country": "FR"
                     *       },
                     *       "contact": null,
                     *       "bankAccounts": [],
                     *       "fiscalYearStart": "01-01",
                     *       "accountingBasis": "accrual",
                     *       "reversalStyle": "swap",
                     *       "accountRoles": {
                     *         "resultProfit": "120000",
                     *         "resultLoss": "129000"
                     *       },
                     *       "exportProfiles": {
                     *         "fec": {
                     *           "variant": "tab"
                     *         }
                     *       },
                     *       "state": "setup",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.reset": {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000002",
                     *       "slug": "acme",
                     *       "externalId": null,
                     *       "name": "Acme",
                     *       "legalName": "Acme SAS",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "locale": null,
                     *       "registrationNumber": "000000001",
                     *       "taxRegistrations": [
                     *         {
                     *           "country": "FR",
                     *           "number": "FR00000000001"
                     *         }
                     *       ],
                     *       "address": {
                     *         "street": "Rue de la Paix",
                     *         "number": "1",
                     *         "city": "Paris",
                     *         "postalCode": "75002",
                     *         "country": "FR"
                     *       },
                     *       "contact": null,
                     *       "bankAccounts": [],
                     *       "fiscalYearStart": "01-01",
                     *       "accountingBasis": "accrual",
                     *       "reversalStyle": "swap",
                     *       "accountRoles": {
                     *         "resultProfit": "120000",
                     *         "resultLoss": "129000"
                     *       },
                     *       "exportProfiles": {
                     *         "fec": {
                     *           "variant": "tab"
                     *         }
                     *       },
                     *       "state": "setup",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.suspend": {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suspended. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000002",
                     *       "slug": "acme",
                     *       "externalId": null,
                     *       "name": "Acme",
                     *       "legalName": "Acme SAS",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "locale": null,
                     *       "registrationNumber": "000000001",
                     *       "taxRegistrations": [
                     *         {
                     *           "country": "FR",
                     *           "number": "FR00000000001"
                     *         }
                     *       ],
                     *       "address": {
                     *         "street": "Rue de la Paix",
                     *         "number": "1",
                     *         "city": "Paris",
                     *         "postalCode": "75002",
                     *         "country": "FR"
                     *       },
                     *       "contact": null,
                     *       "bankAccounts": [],
                     *       "fiscalYearStart": "01-01",
                     *       "accountingBasis": "accrual",
                     *       "reversalStyle": "swap",
                     *       "accountRoles": {
                     *         "resultProfit": "120000",
                     *         "resultLoss": "129000"
                     *       },
                     *       "exportProfiles": {
                     *         "fec": {
                     *           "variant": "tab"
                     *         }
                     *       },
                     *       "state": "setup",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was before it was suspended. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000002",
                     *       "slug": "acme",
                     *       "externalId": null,
                     *       "name": "Acme",
                     *       "legalName": "Acme SAS",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "locale": null,
                     *       "registrationNumber": "000000001",
                     *       "taxRegistrations": [
                     *         {
                     *           "country": "FR",
                     *           "number": "FR00000000001"
                     *         }
                     *       ],
                     *       "address": {
                     *         "street": "Rue de la Paix",
                     *         "number": "1",
                     *         "city": "Paris",
                     *         "postalCode": "75002",
                     *         "country": "FR"
                     *       },
                     *       "contact": null,
                     *       "bankAccounts": [],
                     *       "fiscalYearStart": "01-01",
                     *       "accountingBasis": "accrual",
                     *       "reversalStyle": "swap",
                     *       "accountRoles": {
                     *         "resultProfit": "120000",
                     *         "resultLoss": "129000"
                     *       },
                     *       "exportProfiles": {
                     *         "fec": {
                     *           "variant": "tab"
                     *         }
                     *       },
                     *       "state": "setup",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": {
                 *         "version": 1,
                 *         "slug": "acme",
                 *         "name": "Acme",
                 *         "country": "FR",
                 *         "baseCurrency": "EUR",
                 *         "timezone": "Europe/Paris",
                 *         "chart": "international",
                 *         "accounts": [
                 *           {
                 *             "code": "512100",
                 *             "name": "Main bank",
                 *             "statement": "balance",
                 *             "type": "asset"
                 *           }
                 *         ],
                 *         "years": [
                 *           {
                 *             "code": "2026",
                 *             "start": "2026-01-01",
                 *             "end": "2026-12-31"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TenantDeclaration"];
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "acme",
                     *       "isNew": false,
                     *       "prune": false,
                     *       "revision": "9f86d081884c7d659a2feaa0c55ad015",
                     *       "changes": [
                     *         {
                     *           "action": "update",
                     *           "resource": "account",
                     *           "code": "512100",
                     *           "within": null,
                     *           "fields": [
                     *             {
                     *               "field": "name",
                     *               "before": "Bank",
                     *               "after": "Main bank"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "blocked": [],
                     *       "kept": []
                     *     }
                     */
                    "application/json": components["schemas"]["TenantPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.apply": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": {
                 *         "version": 1,
                 *         "slug": "acme",
                 *         "name": "Acme",
                 *         "country": "FR",
                 *         "baseCurrency": "EUR",
                 *         "timezone": "Europe/Paris",
                 *         "chart": "international",
                 *         "accounts": [
                 *           {
                 *             "code": "512100",
                 *             "name": "Main bank",
                 *             "statement": "balance",
                 *             "type": "asset"
                 *           }
                 *         ],
                 *         "years": [
                 *           {
                 *             "code": "2026",
                 *             "start": "2026-01-01",
                 *             "end": "2026-12-31"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TenantDeclaration"];
            };
        };
        responses: {
            /** @description As the file says. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "0198f3a0-0000-7000-8000-000000000002",
                     *         "slug": "acme",
                     *         "externalId": null,
                     *         "name": "Acme",
                     *         "legalName": null,
                     *         "country": "FR",
                     *         "baseCurrency": "EUR",
                     *         "timezone": "Europe/Paris",
                     *         "locale": null,
                     *         "registrationNumber": null,
                     *         "taxRegistrations": [],
                     *         "address": null,
                     *         "contact": null,
                     *         "bankAccounts": [],
                     *         "fiscalYearStart": "01-01",
                     *         "accountingBasis": "accrual",
                     *         "reversalStyle": "swap",
                     *         "accountRoles": {},
                     *         "exportProfiles": {},
                     *         "state": "setup",
                     *         "createdAt": "2026-01-05T09:00:00Z",
                     *         "updatedAt": "2026-01-05T09:00:00Z",
                     *         "version": 1
                     *       },
                     *       "plan": {
                     *         "tenant": "acme",
                     *         "isNew": false,
                     *         "prune": false,
                     *         "revision": "9f86d081884c7d659a2feaa0c55ad015",
                     *         "changes": [
                     *           {
                     *             "action": "update",
                     *             "resource": "account",
                     *             "code": "512100",
                     *             "within": null,
                     *             "fields": [
                     *               {
                     *                 "field": "name",
                     *                 "before": "Bank",
                     *                 "after": "Main bank"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "blocked": [],
                     *         "kept": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AppliedTenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "tenants.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug or id. */
                tenant: components["parameters"]["TenantPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "slug": "acme",
                     *       "name": "Acme",
                     *       "country": "FR",
                     *       "baseCurrency": "EUR",
                     *       "timezone": "Europe/Paris",
                     *       "chart": "international",
                     *       "accounts": [
                     *         {
                     *           "code": "512100",
                     *           "name": "Main bank",
                     *           "statement": "balance",
                     *           "type": "asset"
                     *         }
                     *       ],
                     *       "years": [
                     *         {
                     *           "code": "2026",
                     *           "start": "2026-01-01",
                     *           "end": "2026-12-31"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TenantFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "accounts.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000011",
                     *           "externalId": null,
                     *           "code": "411000",
                     *           "name": "Customers",
                     *           "translations": {
                     *             "fr": "Clients"
                     *           },
                     *           "statement": "balance",
                     *           "type": "asset",
                     *           "parent": null,
                     *           "parentId": null,
                     *           "postable": true,
                     *           "currency": null,
                     *           "control": "receivable",
                     *           "partyPolicy": "required",
                     *           "dimensionPolicy": {},
                     *           "settleable": true,
                     *           "unit": null,
                     *           "mappings": [
                     *             {
                     *               "scheme": "fr.2050",
                     *               "code": "BX"
                     *             }
                     *           ],
                     *           "active": true,
                     *           "validFrom": null,
                     *           "validTo": null,
                     *           "replaces": null,
                     *           "replacesId": null,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "accounts.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "411000",
                 *       "name": "Customers",
                 *       "statement": "balance",
                 *       "type": "asset",
                 *       "control": "receivable"
                 *     }
                 */
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000011",
                     *       "externalId": null,
                     *       "code": "411000",
                     *       "name": "Customers",
                     *       "translations": {
                     *         "fr": "Clients"
                     *       },
                     *       "statement": "balance",
                     *       "type": "asset",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "postable": true,
                     *       "currency": null,
                     *       "control": "receivable",
                     *       "partyPolicy": "required",
                     *       "dimensionPolicy": {},
                     *       "settleable": true,
                     *       "unit": null,
                     *       "mappings": [
                     *         {
                     *           "scheme": "fr.2050",
                     *           "code": "BX"
                     *         }
                     *       ],
                     *       "active": true,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "replaces": null,
                     *       "replacesId": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "accounts.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                account: components["parameters"]["AccountPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000011",
                     *       "externalId": null,
                     *       "code": "411000",
                     *       "name": "Customers",
                     *       "translations": {
                     *         "fr": "Clients"
                     *       },
                     *       "statement": "balance",
                     *       "type": "asset",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "postable": true,
                     *       "currency": null,
                     *       "control": "receivable",
                     *       "partyPolicy": "required",
                     *       "dimensionPolicy": {},
                     *       "settleable": true,
                     *       "unit": null,
                     *       "mappings": [
                     *         {
                     *           "scheme": "fr.2050",
                     *           "code": "BX"
                     *         }
                     *       ],
                     *       "active": true,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "replaces": null,
                     *       "replacesId": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "accounts.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                account: components["parameters"]["AccountPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Trade customers",
                 *       "currency": null
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAccount"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000011",
                     *       "externalId": null,
                     *       "code": "411000",
                     *       "name": "Customers",
                     *       "translations": {
                     *         "fr": "Clients"
                     *       },
                     *       "statement": "balance",
                     *       "type": "asset",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "postable": true,
                     *       "currency": null,
                     *       "control": "receivable",
                     *       "partyPolicy": "required",
                     *       "dimensionPolicy": {},
                     *       "settleable": true,
                     *       "unit": null,
                     *       "mappings": [
                     *         {
                     *           "scheme": "fr.2050",
                     *           "code": "BX"
                     *         }
                     *       ],
                     *       "active": true,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "replaces": null,
                     *       "replacesId": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "accounts.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                account: components["parameters"]["AccountPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000011",
                     *       "externalId": null,
                     *       "code": "411000",
                     *       "name": "Customers",
                     *       "translations": {
                     *         "fr": "Clients"
                     *       },
                     *       "statement": "balance",
                     *       "type": "asset",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "postable": true,
                     *       "currency": null,
                     *       "control": "receivable",
                     *       "partyPolicy": "required",
                     *       "dimensionPolicy": {},
                     *       "settleable": true,
                     *       "unit": null,
                     *       "mappings": [
                     *         {
                     *           "scheme": "fr.2050",
                     *           "code": "BX"
                     *         }
                     *       ],
                     *       "active": true,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "replaces": null,
                     *       "replacesId": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "journals.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000021",
                     *           "externalId": null,
                     *           "code": "VT",
                     *           "name": "Sales",
                     *           "area": "sale",
                     *           "series": "VT",
                     *           "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *           "defaultAccount": null,
                     *           "defaultAccountId": null,
                     *           "currency": null,
                     *           "manual": true,
                     *           "mappings": [],
                     *           "active": true,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "journals.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "VT",
                 *       "name": "Sales",
                 *       "area": "sale"
                 *     }
                 */
                "application/json": components["schemas"]["NewJournal"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000021",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "name": "Sales",
                     *       "area": "sale",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "defaultAccount": null,
                     *       "defaultAccountId": null,
                     *       "currency": null,
                     *       "manual": true,
                     *       "mappings": [],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Journal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "journals.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                journal: components["parameters"]["JournalPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000021",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "name": "Sales",
                     *       "area": "sale",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "defaultAccount": null,
                     *       "defaultAccountId": null,
                     *       "currency": null,
                     *       "manual": true,
                     *       "mappings": [],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Journal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "journals.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                journal: components["parameters"]["JournalPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sales France",
                 *       "defaultAccount": "706000"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateJournal"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000021",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "name": "Sales",
                     *       "area": "sale",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "defaultAccount": null,
                     *       "defaultAccountId": null,
                     *       "currency": null,
                     *       "manual": true,
                     *       "mappings": [],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Journal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "journals.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                journal: components["parameters"]["JournalPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000021",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "name": "Sales",
                     *       "area": "sale",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "defaultAccount": null,
                     *       "defaultAccountId": null,
                     *       "currency": null,
                     *       "manual": true,
                     *       "mappings": [],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Journal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "series.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000022",
                     *           "externalId": null,
                     *           "code": "VT",
                     *           "reset": "year",
                     *           "format": "{journal}-{year}-{n:6}",
                     *           "start": 1,
                     *           "active": true,
                     *           "years": [
                     *             {
                     *               "year": "2026",
                     *               "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *               "next": 119,
                     *               "lowest": 1,
                     *               "highest": 118,
                     *               "gaps": [
                     *                 {
                     *                   "from": 5,
                     *                   "to": 5,
                     *                   "reason": "Missing in the imported book."
                     *                 }
                     *               ],
                     *               "imported": true
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SeriesPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "series.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "VT",
                 *       "format": "{journal}-{year}-{n:6}",
                 *       "start": 1
                 *     }
                 */
                "application/json": components["schemas"]["NewSeries"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000022",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "reset": "year",
                     *       "format": "{journal}-{year}-{n:6}",
                     *       "start": 1,
                     *       "active": true,
                     *       "years": [
                     *         {
                     *           "year": "2026",
                     *           "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "next": 119,
                     *           "lowest": 1,
                     *           "highest": 118,
                     *           "gaps": [
                     *             {
                     *               "from": 5,
                     *               "to": 5,
                     *               "reason": "Missing in the imported book."
                     *             }
                     *           ],
                     *           "imported": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "series.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                series: components["parameters"]["SeriesPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000022",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "reset": "year",
                     *       "format": "{journal}-{year}-{n:6}",
                     *       "start": 1,
                     *       "active": true,
                     *       "years": [
                     *         {
                     *           "year": "2026",
                     *           "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "next": 119,
                     *           "lowest": 1,
                     *           "highest": 118,
                     *           "gaps": [
                     *             {
                     *               "from": 5,
                     *               "to": 5,
                     *               "reason": "Missing in the imported book."
                     *             }
                     *           ],
                     *           "imported": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "series.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                series: components["parameters"]["SeriesPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "VT-{year}-{n:5}"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateSeries"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000022",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "reset": "year",
                     *       "format": "{journal}-{year}-{n:6}",
                     *       "start": 1,
                     *       "active": true,
                     *       "years": [
                     *         {
                     *           "year": "2026",
                     *           "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "next": 119,
                     *           "lowest": 1,
                     *           "highest": 118,
                     *           "gaps": [
                     *             {
                     *               "from": 5,
                     *               "to": 5,
                     *               "reason": "Missing in the imported book."
                     *             }
                     *           ],
                     *           "imported": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "series.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                series: components["parameters"]["SeriesPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000022",
                     *       "externalId": null,
                     *       "code": "VT",
                     *       "reset": "year",
                     *       "format": "{journal}-{year}-{n:6}",
                     *       "start": 1,
                     *       "active": true,
                     *       "years": [
                     *         {
                     *           "year": "2026",
                     *           "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "next": 119,
                     *           "lowest": 1,
                     *           "highest": 118,
                     *           "gaps": [
                     *             {
                     *               "from": 5,
                     *               "to": 5,
                     *               "reason": "Missing in the imported book."
                     *             }
                     *           ],
                     *           "imported": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "currencies.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000031",
                     *           "externalId": null,
                     *           "code": "EUR",
                     *           "exponent": 2,
                     *           "kind": "iso",
                     *           "numericCode": "978",
                     *           "withdrawnOn": null,
                     *           "active": true,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["CurrencyPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "currencies.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "VACHR",
                 *       "exponent": 2,
                 *       "kind": "custom"
                 *     }
                 */
                "application/json": components["schemas"]["NewCurrency"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000031",
                     *       "externalId": null,
                     *       "code": "EUR",
                     *       "exponent": 2,
                     *       "kind": "iso",
                     *       "numericCode": "978",
                     *       "withdrawnOn": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Currency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "currencies.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                currency: components["parameters"]["CurrencyPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000031",
                     *       "externalId": null,
                     *       "code": "EUR",
                     *       "exponent": 2,
                     *       "kind": "iso",
                     *       "numericCode": "978",
                     *       "withdrawnOn": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Currency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "currencies.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                currency: components["parameters"]["CurrencyPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "withdrawnOn": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCurrency"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000031",
                     *       "externalId": null,
                     *       "code": "EUR",
                     *       "exponent": 2,
                     *       "kind": "iso",
                     *       "numericCode": "978",
                     *       "withdrawnOn": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Currency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "currencies.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                currency: components["parameters"]["CurrencyPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000031",
                     *       "externalId": null,
                     *       "code": "EUR",
                     *       "exponent": 2,
                     *       "kind": "iso",
                     *       "numericCode": "978",
                     *       "withdrawnOn": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Currency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000041",
                     *           "externalId": null,
                     *           "code": "project",
                     *           "name": "Project",
                     *           "parent": null,
                     *           "parentId": null,
                     *           "requiredOn": [
                     *             "600..699"
                     *           ],
                     *           "active": true,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DimensionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "project",
                 *       "name": "Project",
                 *       "requiredOn": [
                 *         "600..699"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDimension"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000041",
                     *       "externalId": null,
                     *       "code": "project",
                     *       "name": "Project",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "requiredOn": [
                     *         "600..699"
                     *       ],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Dimension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000041",
                     *       "externalId": null,
                     *       "code": "project",
                     *       "name": "Project",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "requiredOn": [
                     *         "600..699"
                     *       ],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Dimension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Projects"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateDimension"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000041",
                     *       "externalId": null,
                     *       "code": "project",
                     *       "name": "Project",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "requiredOn": [
                     *         "600..699"
                     *       ],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Dimension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000041",
                     *       "externalId": null,
                     *       "code": "project",
                     *       "name": "Project",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "requiredOn": [
                     *         "600..699"
                     *       ],
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Dimension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.listValues": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000042",
                     *           "externalId": null,
                     *           "code": "P7",
                     *           "name": "New warehouse",
                     *           "parent": null,
                     *           "parentId": null,
                     *           "validFrom": null,
                     *           "validTo": null,
                     *           "active": true,
                     *           "dimension": "project",
                     *           "dimensionId": "0198f3a0-0000-7000-8000-000000000041",
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DimensionValuePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.createValue": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "P7",
                 *       "name": "New warehouse"
                 *     }
                 */
                "application/json": components["schemas"]["NewDimensionValue"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000042",
                     *       "externalId": null,
                     *       "code": "P7",
                     *       "name": "New warehouse",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "active": true,
                     *       "dimension": "project",
                     *       "dimensionId": "0198f3a0-0000-7000-8000-000000000041",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DimensionValue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.updateValue": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
                /** @description Code or id. */
                value: components["parameters"]["DimensionValuePath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validTo": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateDimensionValue"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000042",
                     *       "externalId": null,
                     *       "code": "P7",
                     *       "name": "New warehouse",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "active": true,
                     *       "dimension": "project",
                     *       "dimensionId": "0198f3a0-0000-7000-8000-000000000041",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DimensionValue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dimensions.archiveValue": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                dimension: components["parameters"]["DimensionPath"];
                /** @description Code or id. */
                value: components["parameters"]["DimensionValuePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000042",
                     *       "externalId": null,
                     *       "code": "P7",
                     *       "name": "New warehouse",
                     *       "parent": null,
                     *       "parentId": null,
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "active": true,
                     *       "dimension": "project",
                     *       "dimensionId": "0198f3a0-0000-7000-8000-000000000041",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DimensionValue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "parties.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only active ones (true) or archived ones (false); both without it. */
                active?: components["parameters"]["Active"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000051",
                     *           "externalId": null,
                     *           "code": "C0007",
                     *           "name": "Example Ltd",
                     *           "kind": "organisation",
                     *           "roles": [
                     *             {
                     *               "role": "customer",
                     *               "subledgerCode": "C0007",
                     *               "controlAccount": "411000",
                     *               "controlAccountId": "0198f3a0-0000-7000-8000-000000000011",
                     *               "paymentTerms": "30 days net",
                     *               "currency": null
                     *             }
                     *           ],
                     *           "registrationNumber": null,
                     *           "taxNumbers": [],
                     *           "addresses": [],
                     *           "contacts": [],
                     *           "bankAccounts": [],
                     *           "language": null,
                     *           "active": true,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartyPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "parties.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "C0007",
                 *       "name": "Example Ltd",
                 *       "roles": [
                 *         {
                 *           "role": "customer",
                 *           "controlAccount": "411000"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewParty"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000051",
                     *       "externalId": null,
                     *       "code": "C0007",
                     *       "name": "Example Ltd",
                     *       "kind": "organisation",
                     *       "roles": [
                     *         {
                     *           "role": "customer",
                     *           "subledgerCode": "C0007",
                     *           "controlAccount": "411000",
                     *           "controlAccountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "paymentTerms": "30 days net",
                     *           "currency": null
                     *         }
                     *       ],
                     *       "registrationNumber": null,
                     *       "taxNumbers": [],
                     *       "addresses": [],
                     *       "contacts": [],
                     *       "bankAccounts": [],
                     *       "language": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "parties.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                party: components["parameters"]["PartyPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000051",
                     *       "externalId": null,
                     *       "code": "C0007",
                     *       "name": "Example Ltd",
                     *       "kind": "organisation",
                     *       "roles": [
                     *         {
                     *           "role": "customer",
                     *           "subledgerCode": "C0007",
                     *           "controlAccount": "411000",
                     *           "controlAccountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "paymentTerms": "30 days net",
                     *           "currency": null
                     *         }
                     *       ],
                     *       "registrationNumber": null,
                     *       "taxNumbers": [],
                     *       "addresses": [],
                     *       "contacts": [],
                     *       "bankAccounts": [],
                     *       "language": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "parties.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Code or id. */
                party: components["parameters"]["PartyPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateParty"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000051",
                     *       "externalId": null,
                     *       "code": "C0007",
                     *       "name": "Example Ltd",
                     *       "kind": "organisation",
                     *       "roles": [
                     *         {
                     *           "role": "customer",
                     *           "subledgerCode": "C0007",
                     *           "controlAccount": "411000",
                     *           "controlAccountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "paymentTerms": "30 days net",
                     *           "currency": null
                     *         }
                     *       ],
                     *       "registrationNumber": null,
                     *       "taxNumbers": [],
                     *       "addresses": [],
                     *       "contacts": [],
                     *       "bankAccounts": [],
                     *       "language": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "parties.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                party: components["parameters"]["PartyPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now, `active` false. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000051",
                     *       "externalId": null,
                     *       "code": "C0007",
                     *       "name": "Example Ltd",
                     *       "kind": "organisation",
                     *       "roles": [
                     *         {
                     *           "role": "customer",
                     *           "subledgerCode": "C0007",
                     *           "controlAccount": "411000",
                     *           "controlAccountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "paymentTerms": "30 days net",
                     *           "currency": null
                     *         }
                     *       ],
                     *       "registrationNumber": null,
                     *       "taxNumbers": [],
                     *       "addresses": [],
                     *       "contacts": [],
                     *       "bankAccounts": [],
                     *       "language": null,
                     *       "active": true,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "years.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000061",
                     *           "code": "2026",
                     *           "externalId": null,
                     *           "start": "2026-01-01",
                     *           "end": "2026-12-31",
                     *           "baseCurrency": "EUR",
                     *           "state": "open",
                     *           "opening": {
                     *             "mode": "carried",
                     *             "entry": null,
                     *             "differences": []
                     *           },
                     *           "closing": {
                     *             "mode": "virtual",
                     *             "entry": null
                     *           },
                     *           "detail": "entries",
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["YearPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "years.open": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "start": "2026-01-01",
                 *       "end": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["NewYear"];
            };
        };
        responses: {
            /** @description Opened. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000061",
                     *       "code": "2026",
                     *       "externalId": null,
                     *       "start": "2026-01-01",
                     *       "end": "2026-12-31",
                     *       "baseCurrency": "EUR",
                     *       "state": "open",
                     *       "opening": {
                     *         "mode": "carried",
                     *         "entry": null,
                     *         "differences": []
                     *       },
                     *       "closing": {
                     *         "mode": "virtual",
                     *         "entry": null
                     *       },
                     *       "detail": "entries",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Year"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "years.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                year: components["parameters"]["YearPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000061",
                     *       "code": "2026",
                     *       "externalId": null,
                     *       "start": "2026-01-01",
                     *       "end": "2026-12-31",
                     *       "baseCurrency": "EUR",
                     *       "state": "open",
                     *       "opening": {
                     *         "mode": "carried",
                     *         "entry": null,
                     *         "differences": []
                     *       },
                     *       "closing": {
                     *         "mode": "virtual",
                     *         "entry": null
                     *       },
                     *       "detail": "entries",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Year"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "years.balances": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description Code or id. */
                year: components["parameters"]["YearPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "account": "1930",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "opening": "1200.00",
                     *           "closing": "950.00",
                     *           "dimensions": {}
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["YearBalancePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "periods.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Code or id of a fiscal year. */
                year?: components["parameters"]["Year"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000062",
                     *           "year": "2026",
                     *           "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "number": 3,
                     *           "kind": "regular",
                     *           "name": "2026/3",
                     *           "start": "2026-03-01",
                     *           "end": "2026-03-31",
                     *           "state": "closed",
                     *           "closedAreas": [],
                     *           "closedBy": "accountant",
                     *           "closedAt": "2026-04-10T08:00:00Z",
                     *           "reason": null,
                     *           "trialBalanceSha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PeriodPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "periods.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                year: components["parameters"]["YearPath"];
                /** @description Number of the period in its year. */
                number: components["parameters"]["PeriodNumberPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "area": "sale"
                 *     }
                 */
                "application/json": components["schemas"]["ClosePeriod"];
            };
        };
        responses: {
            /** @description Closed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000062",
                     *       "year": "2026",
                     *       "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *       "number": 3,
                     *       "kind": "regular",
                     *       "name": "2026/3",
                     *       "start": "2026-03-01",
                     *       "end": "2026-03-31",
                     *       "state": "closed",
                     *       "closedAreas": [],
                     *       "closedBy": "accountant",
                     *       "closedAt": "2026-04-10T08:00:00Z",
                     *       "reason": null,
                     *       "trialBalanceSha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "periods.reopen": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Code or id. */
                year: components["parameters"]["YearPath"];
                /** @description Number of the period in its year. */
                number: components["parameters"]["PeriodNumberPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Late supplier invoice"
                 *     }
                 */
                "application/json": components["schemas"]["ReopenPeriod"];
            };
        };
        responses: {
            /** @description Open. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000062",
                     *       "year": "2026",
                     *       "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *       "number": 3,
                     *       "kind": "regular",
                     *       "name": "2026/3",
                     *       "start": "2026-03-01",
                     *       "end": "2026-03-31",
                     *       "state": "open",
                     *       "closedAreas": [],
                     *       "closedBy": null,
                     *       "closedAt": null,
                     *       "reason": "Late supplier invoice",
                     *       "trialBalanceSha256": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description First accounting date. */
                from?: components["parameters"]["From"];
                /** @description Last accounting date. */
                to?: components["parameters"]["To"];
                /** @description Code or id of a fiscal year. */
                year?: components["parameters"]["Year"];
                /** @description Code or id of a journal. */
                journal?: components["parameters"]["Journal"];
                /** @description An account or a range of them. */
                account?: components["parameters"]["AccountFilter"];
                /** @description Code or id of a party. */
                party?: components["parameters"]["Party"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only this kind. */
                kind?: "normal" | "opening" | "adjustment" | "closing" | "reversal" | "revaluation" | "void";
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000071",
                     *           "externalId": "shop:118",
                     *           "journal": "VT",
                     *           "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *           "fiscalYear": "2026",
                     *           "fiscalYearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "period": 3,
                     *           "kind": "normal",
                     *           "date": "2026-03-12",
                     *           "documentDate": "2026-03-12",
                     *           "documentRef": "F-118",
                     *           "taxDate": "2026-03-12",
                     *           "validatedOn": "2026-03-12",
                     *           "description": "Invoice F-118",
                     *           "series": "VT",
                     *           "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *           "sequence": 118,
                     *           "number": "VT-2026-000118",
                     *           "source": null,
                     *           "origin": {
                     *             "type": "manual",
                     *             "id": null
                     *           },
                     *           "reversalOf": null,
                     *           "reversedBy": null,
                     *           "corrects": [],
                     *           "storno": false,
                     *           "lines": [
                     *             {
                     *               "position": 1,
                     *               "account": "411000",
                     *               "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *               "debit": "1200.00",
                     *               "credit": "0.00",
                     *               "currency": "EUR",
                     *               "currencyDebit": "1200.00",
                     *               "currencyCredit": "0.00",
                     *               "rate": null,
                     *               "rateKind": null,
                     *               "rateDate": null,
                     *               "party": "C0007",
                     *               "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *               "partyRole": "customer",
                     *               "description": null,
                     *               "documentRef": null,
                     *               "documentDate": null,
                     *               "valueDate": null,
                     *               "dueDate": "2026-04-11",
                     *               "dimensions": {},
                     *               "quantity": null,
                     *               "unit": null,
                     *               "settlement": null,
                     *               "extra": {}
                     *             },
                     *             {
                     *               "position": 2,
                     *               "account": "706000",
                     *               "accountId": "0198f3a0-0000-7000-8000-000000000012",
                     *               "debit": "0.00",
                     *               "credit": "1200.00",
                     *               "currency": "EUR",
                     *               "currencyDebit": "0.00",
                     *               "currencyCredit": "1200.00",
                     *               "rate": null,
                     *               "rateKind": null,
                     *               "rateDate": null,
                     *               "party": null,
                     *               "partyId": null,
                     *               "partyRole": null,
                     *               "description": null,
                     *               "documentRef": null,
                     *               "documentDate": null,
                     *               "valueDate": null,
                     *               "dueDate": null,
                     *               "dimensions": {},
                     *               "quantity": null,
                     *               "unit": null,
                     *               "settlement": null,
                     *               "extra": {}
                     *             }
                     *           ],
                     *           "debitTotal": "1200.00",
                     *           "creditTotal": "1200.00",
                     *           "createdBy": "webshop",
                     *           "createdAt": "2026-03-12T10:00:00Z",
                     *           "postedBy": "webshop",
                     *           "postedAt": "2026-03-12T10:00:00Z",
                     *           "importSession": null,
                     *           "updatedAt": "2026-03-12T10:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.post": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "journal": "BQ",
                 *       "date": "2027-01-15",
                 *       "documentRef": "SWIFT 771",
                 *       "description": "Payment S0003",
                 *       "externalId": "bank:2027-01-15:771",
                 *       "lines": [
                 *         {
                 *           "account": "401000",
                 *           "party": "S0003",
                 *           "currency": "USD",
                 *           "currencyDebit": "1000.00",
                 *           "debit": "920.00"
                 *         },
                 *         {
                 *           "account": "512000",
                 *           "credit": "905.00"
                 *         },
                 *         {
                 *           "account": "766000",
                 *           "credit": "15.00",
                 *           "description": "Exchange gain"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            /** @description Posted. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000071",
                     *       "externalId": "shop:118",
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "fiscalYear": "2026",
                     *       "fiscalYearId": "0198f3a0-0000-7000-8000-000000000061",
                     *       "period": 3,
                     *       "kind": "normal",
                     *       "date": "2026-03-12",
                     *       "documentDate": "2026-03-12",
                     *       "documentRef": "F-118",
                     *       "taxDate": "2026-03-12",
                     *       "validatedOn": "2026-03-12",
                     *       "description": "Invoice F-118",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "sequence": 118,
                     *       "number": "VT-2026-000118",
                     *       "source": null,
                     *       "origin": {
                     *         "type": "manual",
                     *         "id": null
                     *       },
                     *       "reversalOf": null,
                     *       "reversedBy": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": "C0007",
                     *           "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *           "partyRole": "customer",
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": "2026-04-11",
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         },
                     *         {
                     *           "position": 2,
                     *           "account": "706000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000012",
                     *           "debit": "0.00",
                     *           "credit": "1200.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "0.00",
                     *           "currencyCredit": "1200.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": null,
                     *           "partyId": null,
                     *           "partyRole": null,
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": null,
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         }
                     *       ],
                     *       "debitTotal": "1200.00",
                     *       "creditTotal": "1200.00",
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-03-12T10:00:00Z",
                     *       "postedBy": "webshop",
                     *       "postedAt": "2026-03-12T10:00:00Z",
                     *       "importSession": null,
                     *       "updatedAt": "2026-03-12T10:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.batch": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entries": [
                 *         {
                 *           "journal": "VT",
                 *           "date": "2026-03-12",
                 *           "lines": [
                 *             {
                 *               "account": "411000",
                 *               "party": "C0007",
                 *               "debit": "1200.00"
                 *             },
                 *             {
                 *               "account": "706000",
                 *               "credit": "1200.00"
                 *             }
                 *           ]
                 *         },
                 *         {
                 *           "journal": "VT",
                 *           "date": "2026-03-12",
                 *           "lines": [
                 *             {
                 *               "account": "411000",
                 *               "party": "C0007",
                 *               "debit": "1200.00"
                 *             },
                 *             {
                 *               "account": "706000",
                 *               "credit": "1000.00"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EntryBatch"];
            };
        };
        responses: {
            /** @description One result for each entry. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "index": 0,
                     *           "entry": {
                     *             "id": "0198f3a0-0000-7000-8000-000000000071",
                     *             "number": "VT-2026-000118"
                     *           }
                     *         },
                     *         {
                     *           "index": 1,
                     *           "problem": {
                     *             "type": "urn:erp:problem:unbalanced",
                     *             "title": "Entry does not balance",
                     *             "status": 422,
                     *             "detail": "Debit 1200.00 and credit 1000.00 differ by 200.00 EUR.",
                     *             "code": "unbalanced",
                     *             "requestId": "0198f3a0-0000-7000-8000-000000000010"
                     *           }
                     *         }
                     *       ],
                     *       "posted": 1,
                     *       "refused": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EntryBatchResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.listDrafts": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description The one with this external id. */
                externalId?: components["parameters"]["ExternalId"];
                /** @description Only with this status. */
                status?: components["schemas"]["DraftStatus"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000077",
                     *           "externalId": null,
                     *           "status": "draft",
                     *           "journal": "VT",
                     *           "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *           "date": "2026-03-12",
                     *           "kind": "normal",
                     *           "period": null,
                     *           "documentDate": null,
                     *           "documentRef": null,
                     *           "taxDate": null,
                     *           "validatedOn": null,
                     *           "description": null,
                     *           "source": null,
                     *           "corrects": [],
                     *           "storno": false,
                     *           "rounding": "refuse",
                     *           "lines": [
                     *             {
                     *               "position": 1,
                     *               "account": "411000",
                     *               "party": "C0007",
                     *               "debit": "1200.00"
                     *             }
                     *           ],
                     *           "createdBy": "webshop",
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "journal": "VT",
                 *       "date": "2026-03-12",
                 *       "lines": [
                 *         {
                 *           "account": "411000",
                 *           "party": "C0007",
                 *           "debit": "1200.00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000077",
                     *       "externalId": null,
                     *       "status": "draft",
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "date": "2026-03-12",
                     *       "kind": "normal",
                     *       "period": null,
                     *       "documentDate": null,
                     *       "documentRef": null,
                     *       "taxDate": null,
                     *       "validatedOn": null,
                     *       "description": null,
                     *       "source": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "rounding": "refuse",
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "party": "C0007",
                     *           "debit": "1200.00"
                     *         }
                     *       ],
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.getDraft": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000077",
                     *       "externalId": null,
                     *       "status": "draft",
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "date": "2026-03-12",
                     *       "kind": "normal",
                     *       "period": null,
                     *       "documentDate": null,
                     *       "documentRef": null,
                     *       "taxDate": null,
                     *       "validatedOn": null,
                     *       "description": null,
                     *       "source": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "rounding": "refuse",
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "party": "C0007",
                     *           "debit": "1200.00"
                     *         }
                     *       ],
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.updateDraft": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last seen; when somebody has changed the thing since, 412 `version_conflict`. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "journal": "VT",
                 *       "date": "2026-03-12",
                 *       "lines": [
                 *         {
                 *           "account": "411000",
                 *           "party": "C0007",
                 *           "debit": "1200.00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000077",
                     *       "externalId": null,
                     *       "status": "draft",
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "date": "2026-03-12",
                     *       "kind": "normal",
                     *       "period": null,
                     *       "documentDate": null,
                     *       "documentRef": null,
                     *       "taxDate": null,
                     *       "validatedOn": null,
                     *       "description": null,
                     *       "source": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "rounding": "refuse",
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "party": "C0007",
                     *           "debit": "1200.00"
                     *         }
                     *       ],
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.deleteDraft": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.postDraft": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "date": "2026-03-13"
                 *     }
                 */
                "application/json": components["schemas"]["PostDraft"];
            };
        };
        responses: {
            /** @description Posted. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000071",
                     *       "externalId": "shop:118",
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "fiscalYear": "2026",
                     *       "fiscalYearId": "0198f3a0-0000-7000-8000-000000000061",
                     *       "period": 3,
                     *       "kind": "normal",
                     *       "date": "2026-03-12",
                     *       "documentDate": "2026-03-12",
                     *       "documentRef": "F-118",
                     *       "taxDate": "2026-03-12",
                     *       "validatedOn": "2026-03-12",
                     *       "description": "Invoice F-118",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "sequence": 118,
                     *       "number": "VT-2026-000118",
                     *       "source": null,
                     *       "origin": {
                     *         "type": "manual",
                     *         "id": null
                     *       },
                     *       "reversalOf": null,
                     *       "reversedBy": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": "C0007",
                     *           "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *           "partyRole": "customer",
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": "2026-04-11",
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         },
                     *         {
                     *           "position": 2,
                     *           "account": "706000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000012",
                     *           "debit": "0.00",
                     *           "credit": "1200.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "0.00",
                     *           "currencyCredit": "1200.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": null,
                     *           "partyId": null,
                     *           "partyRole": null,
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": null,
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         }
                     *       ],
                     *       "debitTotal": "1200.00",
                     *       "creditTotal": "1200.00",
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-03-12T10:00:00Z",
                     *       "postedBy": "webshop",
                     *       "postedAt": "2026-03-12T10:00:00Z",
                     *       "importSession": null,
                     *       "updatedAt": "2026-03-12T10:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000071",
                     *       "externalId": "shop:118",
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "fiscalYear": "2026",
                     *       "fiscalYearId": "0198f3a0-0000-7000-8000-000000000061",
                     *       "period": 3,
                     *       "kind": "normal",
                     *       "date": "2026-03-12",
                     *       "documentDate": "2026-03-12",
                     *       "documentRef": "F-118",
                     *       "taxDate": "2026-03-12",
                     *       "validatedOn": "2026-03-12",
                     *       "description": "Invoice F-118",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "sequence": 118,
                     *       "number": "VT-2026-000118",
                     *       "source": null,
                     *       "origin": {
                     *         "type": "manual",
                     *         "id": null
                     *       },
                     *       "reversalOf": null,
                     *       "reversedBy": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": "C0007",
                     *           "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *           "partyRole": "customer",
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": "2026-04-11",
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         },
                     *         {
                     *           "position": 2,
                     *           "account": "706000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000012",
                     *           "debit": "0.00",
                     *           "credit": "1200.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "0.00",
                     *           "currencyCredit": "1200.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": null,
                     *           "partyId": null,
                     *           "partyRole": null,
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": null,
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         }
                     *       ],
                     *       "debitTotal": "1200.00",
                     *       "creditTotal": "1200.00",
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-03-12T10:00:00Z",
                     *       "postedBy": "webshop",
                     *       "postedAt": "2026-03-12T10:00:00Z",
                     *       "importSession": null,
                     *       "updatedAt": "2026-03-12T10:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "entries.reverse": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "date": "2026-04-02"
                 *     }
                 */
                "application/json": components["schemas"]["ReverseEntry"];
            };
        };
        responses: {
            /** @description The reversing entry. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000074",
                     *       "externalId": null,
                     *       "journal": "VT",
                     *       "journalId": "0198f3a0-0000-7000-8000-000000000021",
                     *       "fiscalYear": "2026",
                     *       "fiscalYearId": "0198f3a0-0000-7000-8000-000000000061",
                     *       "period": 4,
                     *       "kind": "reversal",
                     *       "date": "2026-04-02",
                     *       "documentDate": "2026-03-12",
                     *       "documentRef": "F-118",
                     *       "taxDate": "2026-04-02",
                     *       "validatedOn": "2026-04-02",
                     *       "description": "Invoice F-118",
                     *       "series": "VT",
                     *       "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *       "sequence": 131,
                     *       "number": "VT-2026-000131",
                     *       "source": null,
                     *       "origin": {
                     *         "type": "manual",
                     *         "id": null
                     *       },
                     *       "reversalOf": "0198f3a0-0000-7000-8000-000000000071",
                     *       "reversedBy": null,
                     *       "corrects": [],
                     *       "storno": false,
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "debit": "0.00",
                     *           "credit": "1200.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "0.00",
                     *           "currencyCredit": "1200.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": "C0007",
                     *           "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *           "partyRole": "customer",
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": null,
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         },
                     *         {
                     *           "position": 2,
                     *           "account": "706000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000012",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00",
                     *           "rate": null,
                     *           "rateKind": null,
                     *           "rateDate": null,
                     *           "party": null,
                     *           "partyId": null,
                     *           "partyRole": null,
                     *           "description": null,
                     *           "documentRef": null,
                     *           "documentDate": null,
                     *           "valueDate": null,
                     *           "dueDate": null,
                     *           "dimensions": {},
                     *           "quantity": null,
                     *           "unit": null,
                     *           "settlement": null,
                     *           "extra": {}
                     *         }
                     *       ],
                     *       "debitTotal": "1200.00",
                     *       "creditTotal": "1200.00",
                     *       "createdBy": "webshop",
                     *       "createdAt": "2026-04-02T10:00:00Z",
                     *       "postedBy": "webshop",
                     *       "postedAt": "2026-04-02T10:00:00Z",
                     *       "importSession": null,
                     *       "updatedAt": "2026-04-02T10:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "settlements.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only what changed at this instant or later. */
                updatedSince?: components["parameters"]["UpdatedSince"];
                /** @description An account or a range of them. */
                account?: components["parameters"]["AccountFilter"];
                /** @description Code or id of a party. */
                party?: components["parameters"]["Party"];
                /** @description Only in this state. */
                state?: "full" | "partial" | "unbalanced";
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000081",
                     *           "externalId": null,
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "party": "C0007",
                     *           "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *           "code": "AA",
                     *           "date": "2026-04-20",
                     *           "lines": [
                     *             {
                     *               "position": 1,
                     *               "entry": "0198f3a0-0000-7000-8000-000000000071",
                     *               "debit": "1200.00",
                     *               "credit": "0.00",
                     *               "currency": "EUR",
                     *               "currencyDebit": "1200.00",
                     *               "currencyCredit": "0.00"
                     *             },
                     *             {
                     *               "position": 1,
                     *               "entry": "0198f3a0-0000-7000-8000-000000000083",
                     *               "debit": "0.00",
                     *               "credit": "1200.00",
                     *               "currency": "EUR",
                     *               "currencyDebit": "0.00",
                     *               "currencyCredit": "1200.00"
                     *             }
                     *           ],
                     *           "state": "full",
                     *           "differenceEntry": null,
                     *           "origin": "import",
                     *           "undoneAt": null,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SettlementPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "settlements.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000081",
                     *       "externalId": null,
                     *       "account": "411000",
                     *       "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *       "party": "C0007",
                     *       "partyId": "0198f3a0-0000-7000-8000-000000000051",
                     *       "code": "AA",
                     *       "date": "2026-04-20",
                     *       "lines": [
                     *         {
                     *           "position": 1,
                     *           "entry": "0198f3a0-0000-7000-8000-000000000071",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00"
                     *         },
                     *         {
                     *           "position": 1,
                     *           "entry": "0198f3a0-0000-7000-8000-000000000083",
                     *           "debit": "0.00",
                     *           "credit": "1200.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "0.00",
                     *           "currencyCredit": "1200.00"
                     *         }
                     *       ],
                     *       "state": "full",
                     *       "differenceEntry": null,
                     *       "origin": "import",
                     *       "undoneAt": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only in this state. */
                state?: components["schemas"]["ImportState"];
                /** @description Only of this file. */
                sha256?: components["schemas"]["Sha256"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000091",
                     *           "resource": "ledger",
                     *           "mode": "create",
                     *           "onError": "abort",
                     *           "format": "fec",
                     *           "options": {
                     *             "numbers": "auto"
                     *           },
                     *           "sourceName": "000000001FEC20261231.txt",
                     *           "size": 1024,
                     *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "again": false,
                     *           "state": "committed",
                     *           "parts": {
                     *             "received": 1,
                     *             "next": 2,
                     *             "bytes": 512
                     *           },
                     *           "rows": 2,
                     *           "entries": 1,
                     *           "lines": 2,
                     *           "valid": 1,
                     *           "written": 1,
                     *           "updated": 0,
                     *           "unchanged": 0,
                     *           "skipped": 0,
                     *           "rejected": 0,
                     *           "debit": "1200.00",
                     *           "credit": "1200.00",
                     *           "interpretation": {
                     *             "format": "fec",
                     *             "encoding": "utf-8",
                     *             "delimiter": "\t",
                     *             "decimal": null,
                     *             "dateFormat": null,
                     *             "sheet": null,
                     *             "years": [
                     *               {
                     *                 "code": "2026",
                     *                 "start": "2026-01-01",
                     *                 "end": "2026-12-31",
                     *                 "created": true,
                     *                 "reason": "File name.",
                     *                 "detail": "entries"
                     *               }
                     *             ],
                     *             "opening": null,
                     *             "numbering": {
                     *               "policy": "keep",
                     *               "series": [
                     *                 {
                     *                   "code": "VT",
                     *                   "year": "2026",
                     *                   "first": "118",
                     *                   "last": "118",
                     *                   "entries": 1
                     *                 }
                     *               ],
                     *               "renumbered": [],
                     *               "reason": "Numbers repeat between journals."
                     *             },
                     *             "created": {
                     *               "accounts": 2,
                     *               "journals": 1,
                     *               "parties": 1,
                     *               "years": 1
                     *             },
                     *             "accountKinds": {
                     *               "class 7 -> income": 1
                     *             },
                     *             "normalised": {
                     *               "trimmed": 1
                     *             },
                     *             "notStored": {},
                     *             "warnings": []
                     *           },
                     *           "assertions": [],
                     *           "assertionCounts": {
                     *             "stated": 0,
                     *             "agreed": 0
                     *           },
                     *           "effects": {
                     *             "written": 1,
                     *             "updated": 0,
                     *             "unchanged": 0,
                     *             "skipped": 0,
                     *             "rejected": 0,
                     *             "lines": 2,
                     *             "accounts": 2,
                     *             "created": {
                     *               "accounts": 2,
                     *               "journals": 1,
                     *               "parties": 1,
                     *               "years": 1
                     *             }
                     *           },
                     *           "openingDifferences": [],
                     *           "progress": null,
                     *           "failure": null,
                     *           "createdBy": "accountant",
                     *           "validatedAt": "2026-01-05T09:00:01Z",
                     *           "committedAt": "2026-01-05T09:00:02Z",
                     *           "reversedAt": null,
                     *           "reversedBy": null,
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resource": "ledger",
                 *       "mode": "create",
                 *       "onError": "abort",
                 *       "format": "fec",
                 *       "options": {
                 *         "numbers": "auto"
                 *       },
                 *       "sourceName": "000000001FEC20261231.txt",
                 *       "size": 1024,
                 *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *     }
                 */
                "application/json": components["schemas"]["NewImport"];
            };
        };
        responses: {
            /** @description Ready for parts. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000091",
                     *       "resource": "ledger",
                     *       "mode": "create",
                     *       "onError": "abort",
                     *       "format": "fec",
                     *       "options": {
                     *         "numbers": "auto"
                     *       },
                     *       "sourceName": "000000001FEC20261231.txt",
                     *       "size": 1024,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "again": false,
                     *       "state": "receiving",
                     *       "parts": {
                     *         "received": 0,
                     *         "next": 1,
                     *         "bytes": 0
                     *       },
                     *       "rows": 0,
                     *       "entries": 0,
                     *       "lines": 0,
                     *       "valid": 0,
                     *       "written": 0,
                     *       "updated": 0,
                     *       "unchanged": 0,
                     *       "skipped": 0,
                     *       "rejected": 0,
                     *       "debit": null,
                     *       "credit": null,
                     *       "interpretation": null,
                     *       "assertions": [],
                     *       "assertionCounts": {
                     *         "stated": 0,
                     *         "agreed": 0
                     *       },
                     *       "effects": null,
                     *       "openingDifferences": [],
                     *       "progress": null,
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "reversedAt": null,
                     *       "reversedBy": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000091",
                     *       "resource": "ledger",
                     *       "mode": "create",
                     *       "onError": "abort",
                     *       "format": "fec",
                     *       "options": {
                     *         "numbers": "auto"
                     *       },
                     *       "sourceName": "000000001FEC20261231.txt",
                     *       "size": 1024,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "again": false,
                     *       "state": "committed",
                     *       "parts": {
                     *         "received": 1,
                     *         "next": 2,
                     *         "bytes": 512
                     *       },
                     *       "rows": 2,
                     *       "entries": 1,
                     *       "lines": 2,
                     *       "valid": 1,
                     *       "written": 1,
                     *       "updated": 0,
                     *       "unchanged": 0,
                     *       "skipped": 0,
                     *       "rejected": 0,
                     *       "debit": "1200.00",
                     *       "credit": "1200.00",
                     *       "interpretation": {
                     *         "format": "fec",
                     *         "encoding": "utf-8",
                     *         "delimiter": "\t",
                     *         "decimal": null,
                     *         "dateFormat": null,
                     *         "sheet": null,
                     *         "years": [
                     *           {
                     *             "code": "2026",
                     *             "start": "2026-01-01",
                     *             "end": "2026-12-31",
                     *             "created": true,
                     *             "reason": "File name.",
                     *             "detail": "entries"
                     *           }
                     *         ],
                     *         "opening": null,
                     *         "numbering": {
                     *           "policy": "keep",
                     *           "series": [
                     *             {
                     *               "code": "VT",
                     *               "year": "2026",
                     *               "first": "118",
                     *               "last": "118",
                     *               "entries": 1
                     *             }
                     *           ],
                     *           "renumbered": [],
                     *           "reason": "Numbers repeat between journals."
                     *         },
                     *         "created": {
                     *           "accounts": 2,
                     *           "journals": 1,
                     *           "parties": 1,
                     *           "years": 1
                     *         },
                     *         "accountKinds": {
                     *           "class 7 -> income": 1
                     *         },
                     *         "normalised": {
                     *           "trimmed": 1
                     *         },
                     *         "notStored": {},
                     *         "warnings": []
                     *       },
                     *       "assertions": [],
                     *       "assertionCounts": {
                     *         "stated": 0,
                     *         "agreed": 0
                     *       },
                     *       "effects": {
                     *         "written": 1,
                     *         "updated": 0,
                     *         "unchanged": 0,
                     *         "skipped": 0,
                     *         "rejected": 0,
                     *         "lines": 2,
                     *         "accounts": 2,
                     *         "created": {
                     *           "accounts": 2,
                     *           "journals": 1,
                     *           "parties": 1,
                     *           "years": 1
                     *         }
                     *       },
                     *       "openingDifferences": [],
                     *       "progress": null,
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "validatedAt": "2026-01-05T09:00:01Z",
                     *       "committedAt": "2026-01-05T09:00:02Z",
                     *       "reversedAt": null,
                     *       "reversedBy": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.putPart": {
        parameters: {
            query?: never;
            header: {
                /** @description SHA-256 of the body (RFC 9530): `sha-256=:<base64>:`. */
                "Content-Digest": components["parameters"]["ContentDigest"];
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
                /** @description Number of the part, from 1. */
                part: components["parameters"]["PartPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {"record":"line","entry":"VT/118","journal":"VT","date":"2026-03-12","account":"411000","party":"C0007","debit":"1200.00","row":2}
                 *     {"record":"line","entry":"VT/118","account":"706000","credit":"1200.00","row":3}
                 */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "part": 1,
                     *       "rows": 2,
                     *       "bytes": 203,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "next": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ImportPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.validate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "said": {
                 *         "format": "fec",
                 *         "encoding": "utf-8",
                 *         "delimiter": "\t",
                 *         "rows": 2,
                 *         "normalised": {
                 *           "trimmed": 1
                 *         },
                 *         "accountKinds": {
                 *           "class 7 -> income": 1
                 *         },
                 *         "notStored": {},
                 *         "numbering": {
                 *           "policy": "keep",
                 *           "series": "journal",
                 *           "reason": "Numbers repeat between journals."
                 *         },
                 *         "year": {
                 *           "start": "2026-01-01",
                 *           "end": "2026-12-31",
                 *           "reason": "File name."
                 *         },
                 *         "warnings": []
                 *       },
                 *       "parts": 1
                 *     }
                 */
                "application/json": components["schemas"]["ValidateImport"];
            };
        };
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000091",
                     *       "resource": "ledger",
                     *       "mode": "create",
                     *       "onError": "abort",
                     *       "format": "fec",
                     *       "options": {
                     *         "numbers": "auto"
                     *       },
                     *       "sourceName": "000000001FEC20261231.txt",
                     *       "size": 1024,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "again": false,
                     *       "state": "receiving",
                     *       "parts": {
                     *         "received": 0,
                     *         "next": 1,
                     *         "bytes": 0
                     *       },
                     *       "rows": 0,
                     *       "entries": 0,
                     *       "lines": 0,
                     *       "valid": 0,
                     *       "written": 0,
                     *       "updated": 0,
                     *       "unchanged": 0,
                     *       "skipped": 0,
                     *       "rejected": 0,
                     *       "debit": null,
                     *       "credit": null,
                     *       "interpretation": null,
                     *       "assertions": [],
                     *       "assertionCounts": {
                     *         "stated": 0,
                     *         "agreed": 0
                     *       },
                     *       "effects": null,
                     *       "openingDifferences": [],
                     *       "progress": null,
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "reversedAt": null,
                     *       "reversedBy": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.effects": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, by account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "account": "411000",
                     *           "name": "Customers",
                     *           "lines": 1,
                     *           "debit": "1200.00",
                     *           "credit": "0.00"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ImportEffectPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.rejects": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The faults. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"row":3,"entry":"VT/118","field":"account","value":"70600O","code":"account_unknown","message":"There is no account 70600O: create it first, or import with create accounts."} */
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.commit": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000091",
                     *       "resource": "ledger",
                     *       "mode": "create",
                     *       "onError": "abort",
                     *       "format": "fec",
                     *       "options": {
                     *         "numbers": "auto"
                     *       },
                     *       "sourceName": "000000001FEC20261231.txt",
                     *       "size": 1024,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "again": false,
                     *       "state": "receiving",
                     *       "parts": {
                     *         "received": 0,
                     *         "next": 1,
                     *         "bytes": 0
                     *       },
                     *       "rows": 0,
                     *       "entries": 0,
                     *       "lines": 0,
                     *       "valid": 0,
                     *       "written": 0,
                     *       "updated": 0,
                     *       "unchanged": 0,
                     *       "skipped": 0,
                     *       "rejected": 0,
                     *       "debit": null,
                     *       "credit": null,
                     *       "interpretation": null,
                     *       "assertions": [],
                     *       "assertionCounts": {
                     *         "stated": 0,
                     *         "agreed": 0
                     *       },
                     *       "effects": null,
                     *       "openingDifferences": [],
                     *       "progress": null,
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "reversedAt": null,
                     *       "reversedBy": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000091",
                     *       "resource": "ledger",
                     *       "mode": "create",
                     *       "onError": "abort",
                     *       "format": "fec",
                     *       "options": {
                     *         "numbers": "auto"
                     *       },
                     *       "sourceName": "000000001FEC20261231.txt",
                     *       "size": 1024,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "again": false,
                     *       "state": "receiving",
                     *       "parts": {
                     *         "received": 0,
                     *         "next": 1,
                     *         "bytes": 0
                     *       },
                     *       "rows": 0,
                     *       "entries": 0,
                     *       "lines": 0,
                     *       "valid": 0,
                     *       "written": 0,
                     *       "updated": 0,
                     *       "unchanged": 0,
                     *       "skipped": 0,
                     *       "rejected": 0,
                     *       "debit": null,
                     *       "credit": null,
                     *       "interpretation": null,
                     *       "assertions": [],
                     *       "assertionCounts": {
                     *         "stated": 0,
                     *         "agreed": 0
                     *       },
                     *       "effects": null,
                     *       "openingDifferences": [],
                     *       "progress": null,
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "validatedAt": null,
                     *       "committedAt": null,
                     *       "reversedAt": null,
                     *       "reversedBy": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "imports.reverse": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000091",
                     *       "resource": "ledger",
                     *       "mode": "create",
                     *       "onError": "abort",
                     *       "format": "fec",
                     *       "options": {
                     *         "numbers": "auto"
                     *       },
                     *       "sourceName": "000000001FEC20261231.txt",
                     *       "size": 1024,
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "again": false,
                     *       "state": "committed",
                     *       "parts": {
                     *         "received": 1,
                     *         "next": 2,
                     *         "bytes": 512
                     *       },
                     *       "rows": 2,
                     *       "entries": 1,
                     *       "lines": 2,
                     *       "valid": 1,
                     *       "written": 1,
                     *       "updated": 0,
                     *       "unchanged": 0,
                     *       "skipped": 0,
                     *       "rejected": 0,
                     *       "debit": "1200.00",
                     *       "credit": "1200.00",
                     *       "interpretation": {
                     *         "format": "fec",
                     *         "encoding": "utf-8",
                     *         "delimiter": "\t",
                     *         "decimal": null,
                     *         "dateFormat": null,
                     *         "sheet": null,
                     *         "years": [
                     *           {
                     *             "code": "2026",
                     *             "start": "2026-01-01",
                     *             "end": "2026-12-31",
                     *             "created": true,
                     *             "reason": "File name.",
                     *             "detail": "entries"
                     *           }
                     *         ],
                     *         "opening": null,
                     *         "numbering": {
                     *           "policy": "keep",
                     *           "series": [
                     *             {
                     *               "code": "VT",
                     *               "year": "2026",
                     *               "first": "118",
                     *               "last": "118",
                     *               "entries": 1
                     *             }
                     *           ],
                     *           "renumbered": [],
                     *           "reason": "Numbers repeat between journals."
                     *         },
                     *         "created": {
                     *           "accounts": 2,
                     *           "journals": 1,
                     *           "parties": 1,
                     *           "years": 1
                     *         },
                     *         "accountKinds": {
                     *           "class 7 -> income": 1
                     *         },
                     *         "normalised": {
                     *           "trimmed": 1
                     *         },
                     *         "notStored": {},
                     *         "warnings": []
                     *       },
                     *       "assertions": [],
                     *       "assertionCounts": {
                     *         "stated": 0,
                     *         "agreed": 0
                     *       },
                     *       "effects": {
                     *         "written": 1,
                     *         "updated": 0,
                     *         "unchanged": 0,
                     *         "skipped": 0,
                     *         "rejected": 0,
                     *         "lines": 2,
                     *         "accounts": 2,
                     *         "created": {
                     *           "accounts": 2,
                     *           "journals": 1,
                     *           "parties": 1,
                     *           "years": 1
                     *         }
                     *       },
                     *       "openingDifferences": [],
                     *       "progress": null,
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "validatedAt": "2026-01-05T09:00:01Z",
                     *       "committedAt": "2026-01-05T09:00:02Z",
                     *       "reversedAt": null,
                     *       "reversedBy": null,
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "exports.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000095",
                     *           "resource": "ledger",
                     *           "format": "fec",
                     *           "from": "2026-01-01",
                     *           "to": "2026-12-31",
                     *           "year": "2026",
                     *           "filters": {
                     *             "period": null,
                     *             "journal": null,
                     *             "account": null,
                     *             "dimension": null
                     *           },
                     *           "snapshot": "2027-02-01T08:00:00Z",
                     *           "state": "done",
                     *           "rows": 2,
                     *           "entries": 1,
                     *           "debit": "1200.00",
                     *           "credit": "1200.00",
                     *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "notHeld": {
                     *             "dueDate": 1
                     *           },
                     *           "files": [
                     *             {
                     *               "name": "000000001FEC20261231.txt",
                     *               "size": 512,
                     *               "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *             }
                     *           ],
                     *           "failure": null,
                     *           "createdBy": "accountant",
                     *           "createdAt": "2026-01-05T09:00:00Z",
                     *           "updatedAt": "2026-01-05T09:00:00Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "exports.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "fec",
                 *       "year": "2026"
                 *     }
                 */
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description Ready to be read. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000095",
                     *       "resource": "ledger",
                     *       "format": "fec",
                     *       "from": "2026-01-01",
                     *       "to": "2026-12-31",
                     *       "year": "2026",
                     *       "filters": {
                     *         "period": null,
                     *         "journal": null,
                     *         "account": null,
                     *         "dimension": null
                     *       },
                     *       "snapshot": null,
                     *       "state": "queued",
                     *       "rows": null,
                     *       "entries": null,
                     *       "debit": null,
                     *       "credit": null,
                     *       "sha256": null,
                     *       "notHeld": {},
                     *       "files": [],
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "exports.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198f3a0-0000-7000-8000-000000000095",
                     *       "resource": "ledger",
                     *       "format": "fec",
                     *       "from": "2026-01-01",
                     *       "to": "2026-12-31",
                     *       "year": "2026",
                     *       "filters": {
                     *         "period": null,
                     *         "journal": null,
                     *         "account": null,
                     *         "dimension": null
                     *       },
                     *       "snapshot": "2027-02-01T08:00:00Z",
                     *       "state": "done",
                     *       "rows": 2,
                     *       "entries": 1,
                     *       "debit": "1200.00",
                     *       "credit": "1200.00",
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "notHeld": {
                     *         "dueDate": 1
                     *       },
                     *       "files": [
                     *         {
                     *           "name": "000000001FEC20261231.txt",
                     *           "size": 512,
                     *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ],
                     *       "failure": null,
                     *       "createdBy": "accountant",
                     *       "createdAt": "2026-01-05T09:00:00Z",
                     *       "updatedAt": "2026-01-05T09:00:00Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "exports.check": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
                /** @description A request repeated under the same key is done once and answered with the first reply and `Idempotency-Replayed: true`; another input under the key is 422 `idempotency_conflict`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "fec",
                 *       "year": "2026"
                 *     }
                 */
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description What is missing; nothing when the list is empty. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "fec",
                     *       "from": "2026-01-01",
                     *       "to": "2026-12-31",
                     *       "year": "2026",
                     *       "lacks": [
                     *         {
                     *           "field": "registrationNumber",
                     *           "message": "acme has no registration number"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ExportCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "exports.description": {
        parameters: {
            query?: never;
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    /** @description A name for the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /** @example Fichier : 123456789FEC20261231.txt */
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "exports.content": {
        parameters: {
            query?: {
                /** @description Bytes that were read already; only together with `prefix`. */
                from?: number;
                /** @description The sha256 of these bytes. */
                prefix?: string;
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                /** @description The id. */
                id: components["parameters"]["IdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    /** @description A name for the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example entry,journal,number,date,account,debit,credit
                     *     1,VT,VT-2026-000118,2026-03-12,411000,1200.00,
                     */
                    "text/csv": string;
                    /** @example {"record":"line","entry":"1","journal":"VT","number":"VT-2026-000118","date":"2026-03-12","account":"411000","debit":"1200.00"} */
                    "application/x-ndjson": string;
                    /**
                     * @example JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum
                     *     VT|Sales|VT-2026-000118|20260312|411000
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.trialBalance": {
        parameters: {
            query?: {
                /** @description First accounting date. */
                from?: components["parameters"]["From"];
                /** @description Last accounting date. */
                to?: components["parameters"]["To"];
                /** @description Code or id of a fiscal year. */
                year?: components["parameters"]["Year"];
                /** @description Balances on this day: from the start of its fiscal year. Not with `from` or `to`. */
                asOf?: components["parameters"]["AsOf"];
                /** @description An account or a range of them. */
                account?: components["parameters"]["AccountFilter"];
                /** @description Splits rows: `currency`, `party` or `dimension:X`. */
                by?: string;
                /** @description Kinds to leave out, with commas: `closing,adjustment`. */
                without?: string;
                /** @description What the books said then, leaving out what was posted after this instant. */
                postedUntil?: components["parameters"]["PostedUntil"];
                /** @description Also accounts without any amount. */
                all?: boolean;
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "EUR",
                     *       "from": "2026-01-01",
                     *       "to": "2026-12-31",
                     *       "rows": [
                     *         {
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "name": "Customers",
                     *           "type": "asset",
                     *           "opening": "0.00",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "closing": "1200.00"
                     *         },
                     *         {
                     *           "account": "706000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000012",
                     *           "name": "Services",
                     *           "type": "income",
                     *           "opening": "0.00",
                     *           "debit": "0.00",
                     *           "credit": "1200.00",
                     *           "closing": "-1200.00"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "opening": "0.00",
                     *         "debit": "1200.00",
                     *         "credit": "1200.00",
                     *         "closing": "0.00"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.generalLedger": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description First accounting date. */
                from?: components["parameters"]["From"];
                /** @description Last accounting date. */
                to?: components["parameters"]["To"];
                /** @description Code or id of a fiscal year. */
                year?: components["parameters"]["Year"];
                /** @description An account or a range of them. */
                account?: components["parameters"]["AccountFilter"];
                /** @description Code or id of a party. */
                party?: components["parameters"]["Party"];
                /** @description What the books said then, leaving out what was posted after this instant. */
                postedUntil?: components["parameters"]["PostedUntil"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "record": "opening",
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "accountName": "Customers",
                     *           "date": "2026-01-01",
                     *           "journal": null,
                     *           "number": null,
                     *           "entry": null,
                     *           "position": null,
                     *           "description": null,
                     *           "documentRef": null,
                     *           "party": null,
                     *           "counterAccounts": [],
                     *           "debit": "0.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "0.00",
                     *           "currencyCredit": "0.00",
                     *           "balance": "0.00",
                     *           "settlement": null
                     *         },
                     *         {
                     *           "record": "line",
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "accountName": "Customers",
                     *           "date": "2026-03-12",
                     *           "journal": "VT",
                     *           "number": "VT-2026-000118",
                     *           "entry": "0198f3a0-0000-7000-8000-000000000071",
                     *           "position": 1,
                     *           "description": "Invoice F-118",
                     *           "documentRef": "F-118",
                     *           "party": "C0007",
                     *           "counterAccounts": [
                     *             "706000"
                     *           ],
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00",
                     *           "balance": "1200.00",
                     *           "settlement": "AA"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["GeneralLedger"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.journal": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description First accounting date. */
                from?: components["parameters"]["From"];
                /** @description Last accounting date. */
                to?: components["parameters"]["To"];
                /** @description Code or id of a fiscal year. */
                year?: components["parameters"]["Year"];
                /** @description Code or id of a journal. */
                journal?: components["parameters"]["Journal"];
                /** @description What the books said then, leaving out what was posted after this instant. */
                postedUntil?: components["parameters"]["PostedUntil"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "journal": "VT",
                     *           "number": "VT-2026-000118",
                     *           "entry": "0198f3a0-0000-7000-8000-000000000071",
                     *           "date": "2026-03-12",
                     *           "period": 3,
                     *           "kind": "normal",
                     *           "validatedOn": "2026-03-12",
                     *           "postedAt": "2026-03-12T10:00:00Z",
                     *           "createdAt": "2026-03-12T10:00:00Z",
                     *           "createdBy": "webshop",
                     *           "position": 1,
                     *           "account": "411000",
                     *           "accountId": "0198f3a0-0000-7000-8000-000000000011",
                     *           "accountName": "Customers",
                     *           "party": "C0007",
                     *           "description": "Invoice F-118",
                     *           "documentRef": "F-118",
                     *           "debit": "1200.00",
                     *           "credit": "0.00",
                     *           "currency": "EUR",
                     *           "currencyDebit": "1200.00",
                     *           "currencyCredit": "0.00"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["JournalBook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.numbers": {
        parameters: {
            query?: {
                /** @description Code or id of a fiscal year. */
                year?: components["parameters"]["Year"];
                /** @description Code or id of a series. */
                series?: components["schemas"]["Code"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "series": "VT",
                     *           "seriesId": "0198f3a0-0000-7000-8000-000000000022",
                     *           "year": "2026",
                     *           "yearId": "0198f3a0-0000-7000-8000-000000000061",
                     *           "first": 1,
                     *           "last": 118,
                     *           "count": 117,
                     *           "next": 119,
                     *           "gaps": [
                     *             {
                     *               "from": 5,
                     *               "to": 5,
                     *               "reason": "Missing in the imported book."
                     *             }
                     *           ],
                     *           "duplicates": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Numbers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before. Pages stay whole while rows are inserted: none is skipped or repeated. */
                cursor?: components["parameters"]["Cursor"];
                /** @description At this instant or later. */
                since?: components["schemas"]["Time"];
                /** @description Before this instant. */
                until?: components["schemas"]["Time"];
                /** @description An operationId, `periods.close`. */
                operation?: string;
                /** @description An area, `accounts`. */
                resource?: string;
                /** @description Of one thing. */
                resourceId?: components["schemas"]["Id"];
            };
            header?: {
                /** @description Slug or id of the tenant; by default the only tenant of the credential. */
                "Erp-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198f3a0-0000-7000-8000-000000000099",
                     *           "at": "2026-04-10T08:00:00Z",
                     *           "actor": {
                     *             "keyId": "0198f3a0-0000-7000-8000-000000000001",
                     *             "name": "accountant"
                     *           },
                     *           "operation": "periods.close",
                     *           "resource": "periods",
                     *           "resourceId": "0198f3a0-0000-7000-8000-000000000062",
                     *           "resourceCode": "2026/3",
                     *           "before": {
                     *             "state": "open"
                     *           },
                     *           "after": {
                     *             "state": "closed"
                     *           },
                     *           "requestId": "0198f3a0-0000-7000-8000-000000000010"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
