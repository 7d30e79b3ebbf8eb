using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>A kind of file and its canonical columns. Source: imports.md.</summary>
public sealed record ImportKind
{
    private const string NetOrPrice = "net_amount or unit_price";
    private static readonly string[] OrderHead = ["order_id", "ordered_at", "customer_id", "status", "rep_id", "channel", "currency", "quote_id", "opportunity_id", "lead_source", "updated_at", "deleted"];
    private static readonly string[] OrderLine = ["line_no", "sku", "product", "category", "quantity", "list_unit_price", "net_amount", "unit_price", "discount", "discount_percent", "unit_cost"];

    private ImportKind(string name, FactKind fact, string[] required, string[] optional)
    {
        Name = name;
        Fact = fact;
        Required = required;
        Columns = [.. required.Where(column => column != NetOrPrice), .. optional];
    }

    public static ImportKind Customers { get; } = new("customers", FactKind.Customers, ["customer_id", "name"],
        ["domain", "vat_number", "external_id", "segment", "territory", "country", "postcode", "owner_id"]);

    public static ImportKind Identities { get; } = new("identities", FactKind.Identities, ["customer_id"], ["same_as", "apart_from", "updated_at", "deleted"]);

    public static ImportKind Reps { get; } = new("reps", FactKind.Reps, ["rep_id", "name"], ["email", "team", "manager"]);

    public static ImportKind Products { get; } = new("products", FactKind.Products, ["sku"], ["name", "category", "list_price", "unit_cost", "currency"]);

    public static ImportKind Stages { get; } = new("stages", FactKind.Stages, ["pipeline", "stage", "position"], ["probability", "requires_qualification"]);

    public static ImportKind Targets { get; } = new("targets", FactKind.Targets, ["period", "scope", "metric", "value"], []);

    public static ImportKind Fx { get; } = new("fx", FactKind.Rates, ["date", "currency", "rate"], []);

    /// <summary>One row a line, order columns repeated.</summary>
    public static ImportKind Orders { get; } = new("orders", FactKind.Orders, ["order_id", "ordered_at", "customer_id", "quantity", NetOrPrice],
        [.. OrderHead.Concat(OrderLine).Except(["order_id", "ordered_at", "customer_id", "quantity"])]);

    /// <summary>One row an order, its lines in a file of their own.</summary>
    public static ImportKind OrderHeads { get; } = Orders with { Required = ["order_id", "ordered_at", "customer_id"], Columns = OrderHead };

    public static ImportKind OrderLines { get; } = new("order_lines", FactKind.Orders, ["order_id", "quantity", NetOrPrice], [.. OrderLine.Except(["quantity"])]);

    public static ImportKind Opportunities { get; } = new("opportunities", FactKind.Opportunities, ["opportunity_id", "stage"],
        ["name", "customer_id", "rep_id", "pipeline", "product", "amount", "list_amount", "currency", "created_at", "closed_at", "outcome", "expected_close", "lead_source",
            "budget_confirmed", "decision_maker_identified", "decision_date", "last_activity_at", "lost_reason", "updated_at", "deleted"]);

    public static ImportKind StageHistory { get; } = new("stage_history", FactKind.Opportunities, ["opportunity_id", "stage", "entered_at"], []);

    public static ImportKind ExpectedCloseHistory { get; } = new("expected_close_history", FactKind.Opportunities, ["opportunity_id", "changed_at", "value"], []);

    public static ImportKind AmountHistory { get; } = new("amount_history", FactKind.Opportunities, ["opportunity_id", "changed_at", "value"], []);

    public static ImportKind OutcomeHistory { get; } = new("outcome_history", FactKind.Opportunities, ["opportunity_id", "changed_at", "value"], []);

    public static ImportKind Leads { get; } = new("leads", FactKind.Leads, ["lead_id", "created_at", "source"],
        ["campaign", "status", "disqualified_reason", "first_contact_at", "converted_at", "opportunity_id", "customer_id", "owner_id"]);

    public static ImportKind Quotes { get; } = new("quotes", FactKind.Quotes, ["quote_id", "requested_at"],
        ["first_answered_at", "accepted_at", "rep_id", "customer_id", "amount", "currency"]);

    public static ImportKind Spend { get; } = new("spend", FactKind.Spend, ["date", "channel", "amount"], ["campaign", "currency", "impressions", "clicks", "leads"]);

    /// <summary>Every kind that has a file, in the order they are read: master data first.</summary>
    public static IReadOnlyList<ImportKind> All { get; } =
    [
        Customers, Reps, Products, Stages, Targets, Fx, Identities, Orders, OrderLines,
        Opportunities, StageHistory, ExpectedCloseHistory, AmountHistory, OutcomeHistory, Leads, Quotes, Spend,
    ];

    /// <summary>Name of the kind and, with <c>.csv</c>, of its file when no mapping says otherwise.</summary>
    public string Name { get; }

    public FactKind Fact { get; }

    public string FileName => Name + ".csv";

    /// <summary>Columns without which the file is not read; <c>a or b</c> asks for either.</summary>
    public IReadOnlyList<string> Required { get; private init; }

    public IReadOnlyList<string> Columns { get; private init; }

    public static ImportKind? Named(string name) => All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase));
}
