using System.Text.Json;
using CsCheck;
using SalesReports.Facts;
using SalesReports.Identity;

namespace SalesReports.Tests.Identity;

/// <summary>What must hold for any set of records. Source: metrics.md, customer identity.</summary>
public sealed class CustomerMatcherTests
{
    private static readonly Gen<Customer> AnyCustomer =
        from source in Gen.OneOf("csv", "crm", "shop")
        from id in Gen.Int[1, 9]
        from external in OneOf<string?>(null, null, "ERP-1", "ERP-2", "erp-2 ")
        from vat in OneOf<string?>(null, null, "FR 11 111111111", "FR22222222222", "22222222222")
        from domain in OneOf<string?>(null, "gmail.com", "https://www.lorvane.example/fr", "info@lorvane.example", "other.example")
        from name in OneOf("Lorvane SAS", "LORVANE", "Brévance & Fils")
        from postcode in OneOf<string?>(null, "75 010", "75010", "44000")
        from country in OneOf<string?>(null, "FR", "DE")
        select new Customer { Source = source, Id = $"{id}", Name = name, ExternalId = external, VatNumber = vat, Domain = domain, Postcode = postcode, Country = country };

    private static readonly Gen<Customer[]> AnyCustomers = AnyCustomer.Array[0, 12].Select(drawn => drawn.DistinctBy(c => (c.Source, c.Id)).ToArray());

    private static readonly Gen<IdentityDecision[]> AnyDecisions =
        (from one in Gen.Int[1, 9]
         from other in Gen.Int[1, 9]
         from same in Gen.Bool
         select Decided($"{one}", $"crm:{other}", same)).Array[0, 3];

    private static readonly Gen<(Customer[] Customers, IdentityDecision[] Decisions)> AnyWorld = Gen.Select(AnyCustomers, AnyDecisions);

    [Fact]
    public void The_order_of_records_and_the_imports_they_came_in_change_nothing() =>
        Gen.Select(AnyWorld, Gen.Int[0, 1_000_000]).Sample((world, seed) =>
        {
            var random = new Random(seed);
            var shuffled = CustomerMatcher.Match(world.Customers.OrderBy(_ => random.Next()), world.Decisions.OrderBy(_ => random.Next()));

            Assert.Equal(Told(CustomerMatcher.Match(world.Customers, world.Decisions)), Told(shuffled));
        });

    [Fact]
    public void A_record_taken_away_takes_its_merges_with_it() => AnyWorld.Where(world => world.Customers.Length > 0).Sample(world =>
    {
        var gone = world.Customers[0];
        var marked = CustomerMatcher.Match(world.Customers.Select(c => c == gone ? c with { Deleted = true } : c), world.Decisions);

        Assert.Equal(Told(CustomerMatcher.Match(world.Customers.Skip(1), world.Decisions)), Told(marked));
    });

    [Fact]
    public void No_rule_joins_two_VAT_numbers() => AnyCustomers.Sample(customers =>
    {
        var who = CustomerMatcher.Match(customers, []);

        foreach (var company in customers.GroupBy(c => who.Of(c.Source, c.Id), StringComparer.Ordinal))
        {
            var numbers = company.Select(c => VatNumber.Normalise(c.VatNumber, c.Country)).OfType<string>().ToList();
            Assert.DoesNotContain(numbers, one => numbers.Exists(other => VatNumber.Differ(one, other)));
        }
    });

    [Fact]
    public void What_was_decided_apart_stays_apart_and_what_was_decided_the_same_is_one_or_on_the_list() => AnyWorld.Sample(world =>
    {
        var who = CustomerMatcher.Match(world.Customers, world.Decisions);
        var latest = world.Decisions.GroupBy(d => d.Id, StringComparer.Ordinal).Select(same => same.OrderBy(d => d.IsSame).First());

        foreach (var decision in latest)
        {
            var isOne = who.Of(decision.CustomerId) == who.Of(decision.OtherId);
            var isListed = who.Reviews.Any(review => review.By == MatchKeyKind.Decision && review.Customers.Contains(decision.CustomerId) && review.Customers.Contains(decision.OtherId));
            Assert.True(decision.IsSame ? isOne || isListed : !isOne, decision.Id);
        }
    });

    [Fact]
    public void Every_merge_has_a_key_that_another_record_of_the_company_shares() => AnyWorld.Sample(world =>
    {
        var who = CustomerMatcher.Match(world.Customers, world.Decisions);
        var records = world.Customers.ToDictionary(c => CustomerKey.Of(c.Source, c.Id), StringComparer.Ordinal);

        Assert.All(who.Merges.Where(merge => merge.By != MatchKeyKind.Decision), merge =>
        {
            var key = new MatchKey(merge.By, merge.Value);
            Assert.Contains(key, MatchKey.Of(records[merge.CustomerId]));
            Assert.Contains(who.MembersOf(merge.CustomerId), other => other != merge.CustomerId && records.TryGetValue(other, out var record) && MatchKey.Of(record).Contains(key));
        });
        Assert.All(who.Merges, merge => Assert.Equal(merge.Into, who.Of(merge.CustomerId)));
    });

    [Fact]
    public void Every_company_has_one_record_and_every_record_a_company() => AnyCustomers.Sample(customers =>
    {
        var who = CustomerMatcher.Match(customers, []);

        Assert.Equal(customers.Select(c => who.Of(c.Source, c.Id)).Distinct().Order(StringComparer.Ordinal), who.Customers.Keys.Order(StringComparer.Ordinal));
        Assert.All(who.Customers, company => Assert.Equal(company.Key, company.Value.Id));
    });

    private static IdentityDecision Decided(string customer, string other, bool same) =>
        new() { Source = "csv", Id = IdentityDecision.IdOf(customer, other), CustomerId = customer, OtherId = other, IsSame = same };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Told(CustomerIdentities who) =>
        JsonSerializer.Serialize(new { who.Merges, who.Reviews, Companies = who.Customers.OrderBy(c => c.Key, StringComparer.Ordinal) });
}
