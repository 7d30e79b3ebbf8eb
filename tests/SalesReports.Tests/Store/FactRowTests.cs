using System.Text.Json;
using Azure.Data.Tables;
using CsCheck;
using SalesReports.Facts;
using SalesReports.Store;
using SalesReports.Tests.Facts;

namespace SalesReports.Tests.Store;

/// <summary>A fact as a row: nothing is lost, everything can be read by a person, and what is too long for a column goes on in the next.</summary>
public sealed class FactRowTests
{
    [Fact]
    public void A_fact_survives_the_table_round_trip() => AnyFact.Any.Sample(fact =>
    {
        var entity = FactRow.ToEntity(fact, FactRow.VersionOf(fact, 7), "S000", "20260301", ["20260301"]);
        Fact back = fact switch
        {
            Order => FactRow.FromEntity<Order>(entity),
            Opportunity => FactRow.FromEntity<Opportunity>(entity),
            _ => FactRow.FromEntity<SpendDay>(entity),
        };
        Assert.Equal(Written(fact), Written(back));
        Assert.Equal(FactRow.VersionOf(fact, 7), FactRow.VersionIn(entity));
    });

    [Fact]
    public void No_column_is_longer_than_the_table_takes() => AnyFact.Order.Sample(order =>
    {
        var many = order with { Lines = [.. Enumerable.Repeat(order.Lines[0], 900)] };
        var entity = FactRow.ToEntity(many, FactRow.VersionOf(many, 1), "S000", "20260301", ["20260301"]);
        Assert.All(entity, column => Assert.True(column.Value is not string text || text.Length <= 32_000));
        Assert.Equal(900, FactRow.FromEntity<Order>(entity).Lines.Count);
    }, iter: 20);

    [Fact]
    public void A_character_of_two_halves_stays_whole_between_two_columns()
    {
        var fact = AnyFact.Order.Single(_ => true, "0000000000000") with { RepId = new string('x', 31_999) + "😀😀" };
        var entity = FactRow.ToEntity(fact, FactRow.VersionOf(fact, 1), "S000", "20260301", ["20260301"]);

        Assert.All(entity.Select(column => column.Value).OfType<string>(), text => Assert.False(char.IsHighSurrogate(text.LastOrDefault())));
        Assert.Equal(fact.RepId, FactRow.FromEntity<Order>(entity).RepId);
    }

    [Fact]
    public void What_no_row_holds_is_found_out_before_it_is_written()
    {
        var line = new OrderLine { Number = 1, Product = new string('é', 4_000), Quantity = 1, Net = 1 };
        var order = AnyFact.Order.Single(_ => true, "0000000000000");

        Assert.Null(RowSize.Excess(order with { Lines = [.. Enumerable.Repeat(line, 100)] }));
        Assert.NotNull(RowSize.Excess(order with { Lines = [.. Enumerable.Repeat(line, 130)] }));
    }

    [Fact]
    public void Columns_are_named_and_amounts_are_exact_text()
    {
        var spend = new SpendDay { Source = "csv", Id = "1", Day = new DateOnly(2026, 3, 1), Channel = "google", Amount = 12.30m };
        var entity = FactRow.ToEntity(spend, FactRow.VersionOf(spend, 1), "S000", "20260301", ["20260301"]);

        Assert.Equal("12.30", entity["amount"]);
        Assert.Equal("google", entity["channel"]);
        Assert.Equal("2026-03-01", entity["day"]);
        Assert.Equal(false, entity["deleted"]);
    }

    [Fact]
    public void The_time_of_change_is_no_content()
    {
        var order = AnyFact.Order.Single(_ => true, "0000000000000");
        var later = order with { ModifiedAt = order.ModifiedAt!.Value.AddDays(1) };

        Assert.Equal(FactRow.VersionOf(order, 1).Hash, FactRow.VersionOf(later, 1).Hash);
        Assert.NotEqual(FactRow.VersionOf(order, 1).Hash, FactRow.VersionOf(order with { CustomerId = "other" }, 1).Hash);
    }

    private static string Written(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), FactRow.Json);
}
