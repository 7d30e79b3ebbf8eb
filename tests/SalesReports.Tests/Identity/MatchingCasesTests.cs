using SalesReports.Facts;
using SalesReports.Identity;

namespace SalesReports.Tests.Identity;

/// <summary>One case a rule, and one a trap.</summary>
public sealed class MatchingCasesTests
{
    [Theory]
    [InlineData("FR 40 303 265 045", null, "FR40303265045")]
    [InlineData("40303265045", "FR", "FR40303265045")]
    [InlineData("gr 123456789", null, "EL123456789")]
    [InlineData("123456789", "GR", "EL123456789")]
    [InlineData("U12345678", "AT", "ATU12345678")]
    [InlineData("303265045", "France", "303265045")]
    [InlineData("0000000", "FR", null)]
    [InlineData("n/a", "FR", null)]
    [InlineData("FR12", null, null)]
    [InlineData(null, "FR", null)]
    public void A_VAT_number_is_compared_with_its_country_and_without_its_spaces(string? text, string? country, string? expected) =>
        Assert.Equal(expected, VatNumber.Normalise(text, country));

    [Theory]
    [InlineData("https://www.Lorvane.example:443/fr?x=1", "lorvane.example")]
    [InlineData("Jeanne <jeanne@lorvane.example>", null)]
    [InlineData("jeanne@lorvane.example", "lorvane.example")]
    [InlineData("lorvane.example.", "lorvane.example")]
    [InlineData("brévance.example", "xn--brvance-cya.example")]
    [InlineData("gmail.com", null)]
    [InlineData("paul@yahoo.co.uk", null)]
    [InlineData("https://facebook.com/lorvane", null)]
    [InlineData("shop.lorvane.example", "shop.lorvane.example")]
    [InlineData("localhost", null)]
    [InlineData("a..example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_domain_is_found_in_an_address_and_one_that_many_share_never_counts(string? text, string? expected) =>
        Assert.Equal(expected, CompanyDomain.Normalise(text));

    [Theory]
    [InlineData("Brévance Santé S.A.S.", "brevancesante")]
    [InlineData("BREVANCE SANTE", "brevancesante")]
    [InlineData("SARL Brévance-Santé", "brevancesante")]
    [InlineData("Dupont et Fils", "dupontfils")]
    [InlineData("Dupont & Fils, SNC", "dupontfils")]
    [InlineData("Œuvres d’Art GmbH & Co. KG", "oeuvresdart")]
    [InlineData("SA", "sa")]
    [InlineData("Straße AG", "strasse")]
    [InlineData("—", null)]
    public void A_name_is_compared_without_accents_legal_form_case_and_punctuation(string text, string? expected) =>
        Assert.Equal(expected, CompanyName.Normalise(text));

    [Fact]
    public void Each_key_joins_and_the_strongest_is_told()
    {
        var records = new[]
        {
            Record("csv", "C1", external: "ERP-1", vat: "FR11111111111"), Record("crm", "7", external: "erp-1", vat: "FR 11111111111"),
            Record("csv", "C2", vat: "FR22222222222", domain: "two.example"), Record("crm", "8", vat: "FR 22 222222222", domain: "two.example"),
            Record("csv", "C3", domain: "three.example"), Record("crm", "9", domain: "paul@three.example"),
            Record("csv", "C4", name: "Quatre SAS", postcode: "44 000"), Record("crm", "10", name: "QUATRE", postcode: "44000"),
        };
        var who = Match(records);

        Assert.Empty(who.Reviews);
        Assert.Equal(
            [
                new Merge("crm:10", "C4", MatchKeyKind.NameAndPostcode, "quatre 44000"), new Merge("crm:7", "C1", MatchKeyKind.ExternalId, "ERP-1"),
                new Merge("crm:8", "C2", MatchKeyKind.VatNumber, "FR22222222222"), new Merge("crm:9", "C3", MatchKeyKind.Domain, "three.example"),
            ],
            who.Merges);
    }

    [Fact]
    public void The_same_id_in_two_sources_is_no_reason_to_merge()
    {
        var who = Match(Record("crm", "17", name: "Un", postcode: "1"), Record("shop", "17", name: "Deux", postcode: "2"));

        Assert.Empty(who.Merges);
        Assert.NotEqual(who.Of("crm", "17"), who.Of("shop", "17"));
    }

    [Fact]
    public void A_chain_that_would_join_two_VAT_numbers_joins_nobody()
    {
        var who = Match(
            Record("csv", "A", vat: "FR11111111111", domain: "a.example"),
            Record("crm", "B", domain: "a.example", name: "Lorvane", postcode: "75010"),
            Record("shop", "C", vat: "FR22222222222", name: "Lorvane", postcode: "75010"));

        Assert.Equal([new Merge("crm:B", "A", MatchKeyKind.Domain, "a.example")], who.Merges);
        var review = Assert.Single(who.Reviews);
        Assert.Equal((ReviewReason.VatNumbersDiffer, MatchKeyKind.NameAndPostcode), (review.Reason, review.By));
        Assert.Equal(["A", "crm:B", "shop:C"], review.Customers);
    }

    [Fact]
    public void Two_keys_of_one_record_that_lead_to_different_companies_are_for_people_to_settle()
    {
        var who = Match(
            Record("csv", "A", domain: "a.example"), Record("csv", "B", name: "Lorvane", postcode: "75010", domain: "b.example"),
            Record("crm", "X", domain: "a.example", name: "Lorvane", postcode: "75010"));

        Assert.Equal("A", who.Of("crm:X"));
        Assert.Equal("B", who.Of("B"));
        Assert.Equal(ReviewReason.StrongerKeyDiffers, Assert.Single(who.Reviews).Reason);
    }

    [Fact]
    public void A_chain_of_one_kind_of_key_with_two_VAT_numbers_at_its_ends_is_for_people_to_settle()
    {
        var who = Match(
            Record("csv", "A", external: "E1", vat: "FR11111111111"), Record("crm", "X", external: "E1"),
            Record("csv", "B", external: "E1", vat: "FR22222222222"));

        Assert.Empty(who.Merges);
        Assert.Equal(["A", "B", "crm:X"], Assert.Single(who.Reviews).Customers);
    }

    [Fact]
    public void A_key_that_many_share_joins_nobody()
    {
        var who = Match([.. Enumerable.Range(1, 6).Select(i => Record("csv", $"C{i}", domain: "holding.example", name: $"N{i}"))]);

        Assert.Empty(who.Merges);
        Assert.Equal(ReviewReason.SharedByMany, Assert.Single(who.Reviews).Reason);
    }

    [Fact]
    public void Five_records_of_one_company_are_not_many() =>
        Assert.Equal(4, Match([.. Enumerable.Range(1, 5).Select(i => Record("csv", $"C{i}", domain: "one.example"))]).Merges.Count);

    [Fact]
    public void One_VAT_number_with_two_accounts_in_one_system_is_one_company()
    {
        var who = Match(Record("csv", "C1", external: "E1", vat: "FR11111111111"), Record("csv", "C2", external: "E2", vat: "FR11111111111"));

        Assert.Equal("C1", who.Of("C2"));
    }

    [Fact]
    public void One_domain_with_two_accounts_in_one_system_is_for_people_to_settle_but_not_with_accounts_in_two()
    {
        var one = Match(Record("csv", "C1", external: "E1", domain: "a.example"), Record("csv", "C2", external: "E2", domain: "a.example"));
        var two = Match(Record("csv", "C1", external: "E1", domain: "a.example"), Record("crm", "2", external: "HS-9", domain: "a.example"));

        Assert.Equal(ReviewReason.StrongerKeyDiffers, Assert.Single(one.Reviews).Reason);
        Assert.Empty(one.Merges);
        Assert.Equal("C1", two.Of("crm:2"));
    }

    [Fact]
    public void A_name_and_postcode_of_two_countries_are_two_companies() =>
        Assert.Empty(Match(Record("csv", "A", name: "Lorvane", postcode: "10115", country: "FR"), Record("crm", "B", name: "Lorvane", postcode: "10115", country: "DE")).Merges);

    [Fact]
    public void A_decision_wins_over_rules_and_a_later_one_over_an_earlier()
    {
        Customer[] records = [Record("csv", "A", vat: "FR11111111111", domain: "a.example"), Record("crm", "B", vat: "FR22222222222"), Record("shop", "C", domain: "a.example")];
        var same = Decided("A", "crm:B", true);
        var apart = Decided("shop:C", "A", false);

        var decided = CustomerMatcher.Match(records, [same, apart]);
        Assert.Equal("A", decided.Of("crm:B"));
        Assert.Equal("shop:C", decided.Of("shop:C"));
        Assert.Empty(decided.Reviews);

        var later = apart with { IsSame = true, ModifiedAt = DateTimeOffset.UnixEpoch };
        Assert.Equal("A", CustomerMatcher.Match(records, [same, apart, later]).Of("shop:C"));
        Assert.Equal("crm:B", CustomerMatcher.Match(records, [same with { Deleted = true }]).Of("crm:B"));
    }

    [Fact]
    public void A_third_record_that_leads_to_two_kept_apart_is_for_people_to_settle()
    {
        var who = CustomerMatcher.Match(
            [Record("csv", "A", domain: "a.example"), Record("csv", "B", domain: "a.example"), Record("crm", "X", domain: "a.example")], [Decided("A", "B", false)]);

        Assert.Empty(who.Merges);
        Assert.Equal(ReviewReason.KeptApart, Assert.Single(who.Reviews).Reason);
    }

    [Fact]
    public void A_decision_may_name_a_customer_that_only_orders_know()
    {
        var who = CustomerMatcher.Match([Record("crm", "7", name: "Lorvane")], [Decided("C9", "crm:7", true)]);

        Assert.Equal("C9", who.Of("crm:7"));
        Assert.Equal("Lorvane", who.Customers["C9"].Name);
    }

    [Fact]
    public void The_company_s_record_takes_what_it_lacks_from_the_others()
    {
        var who = Match(Record("csv", "C1", vat: "FR11111111111") with { OwnerId = "R1" }, Record("crm", "7", vat: "FR11111111111", domain: "a.example") with { OwnerId = "9", Segment = "ETI" });

        Assert.Equal(("R1", "ETI", "a.example"), (who.Customers["C1"].OwnerId, who.Customers["C1"].Segment, who.Customers["C1"].Domain));
        Assert.Equal(["C1", "crm:7"], who.MembersOf("crm:7"));
    }

    private static CustomerIdentities Match(params Customer[] records) => CustomerMatcher.Match(records, []);

    private static Customer Record(
        string source, string id, string? external = null, string? vat = null, string? domain = null, string? name = null, string? postcode = null, string? country = null) =>
        new() { Source = source, Id = id, Name = name ?? $"{source} {id}", ExternalId = external, VatNumber = vat, Domain = domain, Postcode = postcode, Country = country };

    private static IdentityDecision Decided(string customer, string other, bool same) =>
        new() { Source = "csv", Id = IdentityDecision.IdOf(customer, other), CustomerId = customer, OtherId = other, IsSame = same };
}
