using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>Every column of every kind arrives where it belongs. Source: imports.md.</summary>
public sealed class KindColumnsTests
{
    private static readonly Currency Usd = Currency.Parse("USD");

    [Fact]
    public async Task Orders()
    {
        var pulled = await Pulled.FromAsync(("orders.csv",
            "ORDER_ID,Ordered_At,customer_id,status,rep_id,channel,currency,line_no,sku,product,category,quantity,list_unit_price,net_amount,unit_price,discount,discount_percent,unit_cost,quote_id,opportunity_id,lead_source,updated_at,deleted,remark\n"
            + "O1,2026-11-02T10:00:00Z,C1,Return,R1,self_service,usd,3,S1,Pump,Parts,2,12.5,20,10,,,4.25,Q1,P1,web,2026-11-03,true,whatever\n"));

        Assert.Empty(pulled.Rejections);
        var order = pulled.Only<Order>();
        Assert.Equal(new OrderLine { Number = 3, Sku = "S1", Product = "Pump", Category = "Parts", Quantity = 2, ListUnitPrice = 12.5m, Net = 20, UnitCost = 4.25m }, Assert.Single(order.Lines));
        Assert.Equal(new Order
        {
            Source = "csv",
            Id = "O1",
            OrderedAt = At("2026-11-02T11:00:00+01:00"),
            CustomerId = "C1",
            Status = OrderStatus.Return,
            RepId = "R1",
            Channel = SalesChannel.SelfService,
            Currency = Usd,
            QuoteId = "Q1",
            OpportunityId = "P1",
            LeadSource = "web",
            ModifiedAt = At("2026-11-03T00:00:00+01:00").Instant,
            Deleted = true,
            Lines = order.Lines,
        }, order);
    }

    [Theory]
    [InlineData("status", "", "Booked")]
    [InlineData("status", "open", "Open")]
    [InlineData("status", "CANCELLED", "Cancelled")]
    [InlineData("channel", "rep", "Rep")]
    [InlineData("channel", "EDI", "Edi")]
    [InlineData("channel", "marketplace", "Marketplace")]
    [InlineData("channel", "manual", "Manual")]
    public async Task Words_of_an_order(string column, string text, string expected)
    {
        var order = (await Pulled.FromAsync(("orders.csv", $"order_id,ordered_at,customer_id,quantity,net_amount,{column}\nA,2026-11-02,C,1,1,{text}\n"))).Only<Order>();

        Assert.Equal(expected, column == "status" ? order.Status.ToString() : order.Channel.ToString());
    }

    [Fact]
    public async Task Opportunities_with_their_histories()
    {
        var pulled = await Pulled.FromAsync(
            ("opportunities.csv",
                "opportunity_id,stage,name,customer_id,rep_id,pipeline,product,amount,list_amount,currency,created_at,closed_at,outcome,expected_close,lead_source,budget_confirmed,decision_maker_identified,decision_date,last_activity_at,lost_reason,updated_at,deleted\n"
                + "P1,Offer,Deal,C1,R1,Main,Pump,900,1000,EUR,2026-10-01,2026-11-02,Lost,2026-11-30,web,yes,0,2026-12-01,2026-11-01,price,2026-11-03T08:00:00Z,no\n"),
            ("stage_history.csv", "opportunity_id,stage,entered_at\nP1,Offer,2026-10-20\nP1,First,2026-10-01\nP1,Offer,2026-10-20\n"),
            ("expected_close_history.csv", "opportunity_id,changed_at,value\nP1,2026-10-05,2026-11-30\nP1,2026-10-04,\n"),
            ("amount_history.csv", "opportunity_id,changed_at,value\nP1,2026-10-05,900\nP1,2026-10-04,800\n"),
            ("outcome_history.csv", "opportunity_id,changed_at,value\nP1,2026-11-02,lost\nP1,2026-10-01,open\nP9,2026-10-01,open\nP1,2026-10-02,\n"));

        var opportunity = pulled.Only<Opportunity>();
        Assert.Equal([new("First", On("2026-10-01")), new("Offer", On("2026-10-20"))], opportunity.StageHistory);
        Assert.Equal([new(On("2026-10-04"), null), new(On("2026-10-05"), new(2026, 11, 30))], opportunity.ExpectedCloseHistory);
        Assert.Equal([new(On("2026-10-04"), 800), new(On("2026-10-05"), 900)], opportunity.AmountHistory);
        Assert.Equal([new(On("2026-10-01"), Outcome.Open), new(On("2026-11-02"), Outcome.Lost)], opportunity.OutcomeHistory);
        Assert.Equal([("outcome_history.csv", 5L, "value"), ("outcome_history.csv", 4L, null)], pulled.Rejections.Select(rejection => (rejection.File, rejection.Line, rejection.Column)));
        Assert.Equal(new Opportunity
        {
            Source = "csv",
            Id = "P1",
            Stage = "Offer",
            Name = "Deal",
            CustomerId = "C1",
            RepId = "R1",
            Pipeline = "Main",
            Product = "Pump",
            Amount = 900,
            ListAmount = 1000,
            Currency = Currency.Eur,
            CreatedAt = On("2026-10-01"),
            ClosedAt = On("2026-11-02"),
            Outcome = Outcome.Lost,
            ExpectedClose = new(2026, 11, 30),
            LeadSource = "web",
            BudgetConfirmed = true,
            DecisionMakerIdentified = false,
            DecisionDate = new(2026, 12, 1),
            LastActivityAt = On("2026-11-01"),
            LostReason = "price",
            ModifiedAt = At("2026-11-03T09:00:00+01:00").Instant,
            StageHistory = opportunity.StageHistory,
            ExpectedCloseHistory = opportunity.ExpectedCloseHistory,
            AmountHistory = opportunity.AmountHistory,
            OutcomeHistory = opportunity.OutcomeHistory,
        }, opportunity);
    }

    [Fact]
    public async Task An_opportunity_without_outcome_is_open_and_gaps_are_missing()
    {
        var opportunity = (await Pulled.FromAsync(("opportunities.csv", "opportunity_id,stage,amount,closed_at,outcome\nP1,Offer,NULL,2026-11-02,\n"))).Only<Opportunity>();

        Assert.Equal((Outcome.Open, (decimal?)null), (opportunity.Outcome, opportunity.Amount));
    }

    [Fact]
    public async Task Customers_reps_and_products()
    {
        var pulled = await Pulled.FromAsync(
            ("products.csv", "sku,name,category,list_price,unit_cost,currency\nS1,Pump,Parts,12.5,4.25,USD\n"),
            ("customers.csv", "customer_id,name,domain,vat_number,external_id,segment,territory,country,postcode,owner_id\nC1,Acme,acme.example,FR1,X1,SMB,West,FR,75001,R1\n"),
            ("reps.csv", "rep_id,name,email,team,manager\nR1,Ann,ann@acme.example,North,Bo\n"));

        Assert.Equal([FactKind.Customers, FactKind.Reps, FactKind.Products], pulled.Facts.Select(fact => fact.Kind));
        Assert.Equal(new Customer { Source = "csv", Id = "C1", Name = "Acme", Domain = "acme.example", VatNumber = "FR1", ExternalId = "X1", Segment = "SMB", Territory = "West", Country = "FR", Postcode = "75001", OwnerId = "R1" }, pulled.Only<Customer>());
        Assert.Equal(new Rep { Source = "csv", Id = "R1", Name = "Ann", Email = "ann@acme.example", Team = "North", Manager = "Bo" }, pulled.Only<Rep>());
        Assert.Equal(new Product { Source = "csv", Id = "S1", Name = "Pump", Category = "Parts", ListPrice = 12.5m, UnitCost = 4.25m, Currency = Usd }, pulled.Only<Product>());
    }

    [Fact]
    public async Task Stages_targets_and_rates()
    {
        var pulled = await Pulled.FromAsync(
            ("stages.csv", "pipeline,stage,position,probability,requires_qualification\nMain,Offer,2,0.4,oui\n"),
            ("targets.csv", "period,scope,metric,value\n2026-11,company,revenue,1000\n2026-Q4,team:North,win_rate,0.3\n2026,Rep:R1,revenue,5\n"),
            ("fx.csv", "date,currency,rate\n2026-11-02,USD,1.08\n"));

        Assert.Equal(new Stage { Source = "csv", Id = "Main/Offer", Pipeline = "Main", Name = "Offer", Position = 2, Probability = 0.4m, RequiresQualification = true }, pulled.Only<Stage>());
        Assert.Equal(
            [
                new Target { Source = "csv", Id = "2026-11/company/revenue", Period = "2026-11", Scope = "company", Metric = "revenue", Value = 1000 },
                new Target { Source = "csv", Id = "2026-Q4/team:North/win_rate", Period = "2026-Q4", Scope = "team:North", Metric = "win_rate", Value = 0.3m },
                new Target { Source = "csv", Id = "2026/rep:R1/revenue", Period = "2026", Scope = "rep:R1", Metric = "revenue", Value = 5 },
            ],
            pulled.All<Target>());
        Assert.Equal(new DailyRate { Source = "csv", Id = "USD/2026-11-02", Day = new(2026, 11, 2), Currency = Usd, PerEuro = 1.08m }, pulled.Only<DailyRate>());
    }

    [Theory]
    [InlineData("targets.csv", "period,scope,metric,value", "2026-13,company,revenue,1", "period")]
    [InlineData("targets.csv", "period,scope,metric,value", "2026-Q5,company,revenue,1", "period")]
    [InlineData("targets.csv", "period,scope,metric,value", "2026-11,team:,revenue,1", "scope")]
    [InlineData("targets.csv", "period,scope,metric,value", "2026-11,everyone,revenue,1", "scope")]
    [InlineData("targets.csv", "period,scope,metric,value", "2026-11,company,=1+1,1", "metric")]
    [InlineData("targets.csv", "period,scope,metric,value", "2026-11,company,revenue,", "value")]
    [InlineData("fx.csv", "date,currency,rate", "2026-11-02,USD,0", "rate")]
    [InlineData("fx.csv", "date,currency,rate", "2026-11-02,DOLLAR,1", "currency")]
    [InlineData("stages.csv", "pipeline,stage,position,probability", "Main,Offer,1.5,0.4", "position")]
    [InlineData("stages.csv", "pipeline,stage,position,probability", "Main,Offer,1,40", "probability")]
    [InlineData("spend.csv", "date,channel,amount,clicks", "2026-11-02,web,1,-1", "clicks")]
    [InlineData("leads.csv", "lead_id,created_at,source,status", "L,2026-11-02,web,cold", "status")]
    [InlineData("opportunities.csv", "opportunity_id,stage,budget_confirmed", "P,Offer,perhaps", "budget_confirmed")]
    [InlineData("customers.csv", "customer_id,name", "C,", "name")]
    public async Task A_value_outside_its_bounds_is_refused_by_name(string file, string header, string row, string column)
    {
        var pulled = await Pulled.FromAsync((file, $"{header}\n{row}\n"));

        Assert.Empty(pulled.Facts);
        Assert.Equal((2L, column), (pulled.Rejections.Single().Line, pulled.Rejections.Single().Column));
    }

    [Fact]
    public async Task Leads_and_quotes()
    {
        var pulled = await Pulled.FromAsync(
            ("leads.csv", "lead_id,created_at,source,campaign,status,disqualified_reason,first_contact_at,converted_at,opportunity_id,customer_id,owner_id\nL1,2026-11-02,web,autumn,disqualified,budget,2026-11-03,2026-11-04,P1,C1,R1\n"),
            ("quotes.csv", "quote_id,requested_at,first_answered_at,accepted_at,rep_id,customer_id,amount,currency\nQ1,2026-11-02,2026-11-03,2026-11-04,R1,C1,99,EUR\n"));

        Assert.Equal(new Lead
        {
            Source = "csv",
            Id = "L1",
            CreatedAt = On("2026-11-02"),
            LeadSource = "web",
            Campaign = "autumn",
            Status = LeadStatus.Disqualified,
            DisqualifiedReason = "budget",
            FirstContactAt = On("2026-11-03"),
            ConvertedAt = On("2026-11-04"),
            OpportunityId = "P1",
            CustomerId = "C1",
            OwnerId = "R1",
        }, pulled.Only<Lead>());
        Assert.Equal(new Quote { Source = "csv", Id = "Q1", RequestedAt = On("2026-11-02"), FirstAnsweredAt = On("2026-11-03"), AcceptedAt = On("2026-11-04"), RepId = "R1", CustomerId = "C1", Amount = 99, Currency = Currency.Eur }, pulled.Only<Quote>());
    }

    [Fact]
    public async Task Spend_of_one_day_channel_campaign_and_currency_is_summed()
    {
        var pulled = await Pulled.FromAsync(("spend.csv",
            "date,channel,amount,campaign,currency,impressions,clicks,leads\n2026-11-02,ads,10,a/b,EUR,100,5,\n2026-11-03,ads,1,,,,,\n2026-11-02,ads,2.5,a/b,EUR,50,,1\n2026-11-02,ads,7,a/b,USD,,,\n"));

        Assert.Equal(
            [("2026-11-02/ads/a%2Fb/EUR", 12.5m, 150L, 5L, 1L), ("2026-11-02/ads/a%2Fb/USD", 7m, null, null, null), ("2026-11-03/ads//", 1m, null, (long?)null, (long?)null)],
            pulled.All<SpendDay>().Select(spend => (spend.Id, spend.Amount, spend.Impressions, spend.Clicks, spend.Leads)));
    }

    [Fact]
    public async Task One_id_in_two_rows_is_one_fact_the_newest_or_else_the_last()
    {
        var pulled = await Pulled.FromAsync(
            ("customers.csv", "customer_id,name\n1,Old\n2,Other\n1,New\n2,Other\n"),
            ("opportunities.csv", "opportunity_id,stage,updated_at\nP,Newest,2026-11-05\nP,Older,2026-11-04\nP,Undated,\n"));

        Assert.Equal(["New", "Other"], pulled.All<Customer>().Select(customer => customer.Name));
        Assert.Equal("Newest", pulled.Only<Opportunity>().Stage);
        Assert.Empty(pulled.Rejections);
    }

    private static Moment On(string day) => Moment.Parse(day);

    private static Moment At(string instant) => Moment.Parse(instant);
}
