using System.Globalization;
using System.Text;

namespace SalesReports.Local.Sample;

/// <summary>Customers that a web shop keeps a second time, under its own id and in its own spelling.</summary>
internal static class SampleTwins
{
    /// <summary>Made up and sure to be nobody's: no company number begins with three zeros.</summary>
    public static string? VatNumber(SampleCustomer customer) => customer.Country == "FR" ? $"FR00000{customer.Id[1..]}90" : null;

    /// <summary>What was ordered in the shop since its second year is kept under the shop's id.</summary>
    public static string CustomerIdOf(SampleOrder order, SampleStories stories, SampleCalendar calendar) =>
        order.Channel == "self_service" && order.Day >= calendar.FirstDay.AddYears(1) && stories.Twins.FirstOrDefault(twin => twin.Customer == order.Customer.Id).Other is { } shop
            ? shop
            : order.Customer.Id;

    /// <summary>The first is known again by its VAT number, the second by the domain of its mail address.</summary>
    public static void Write(SampleFile file, IReadOnlyList<SampleCustomer> customers, SampleStories stories)
    {
        foreach (var ((id, other), isFirst) in stories.Twins.Select((twin, index) => (twin, index == 0)))
        {
            var customer = customers.Single(c => c.Id == id);
            var vat = VatNumber(customer)!;
            file.Row(
                other, Shouted(customer.Name), isFirst ? null : $"commandes@{customer.Domain}", isFirst ? $"{vat[..2]} {vat[2..4]} {vat[4..]}" : null, null, null, null,
                customer.Country, null, null);
        }
    }

    public static void WriteDecisions(string folder, SampleStories stories)
    {
        using var file = new SampleFile(folder, "identities.csv", "customer_id,same_as,apart_from");
        file.Row(stories.KeptApart.One, null, stories.KeptApart.Other);
    }

    public static string DomainOf(SampleCustomer customer, IReadOnlyList<SampleCustomer> customers, SampleStories stories)
    {
        var one = customer.Id == stories.SharedDomain.Other ? stories.SharedDomain.One : customer.Id == stories.KeptApart.Other ? stories.KeptApart.One : customer.Id;
        return customers.Single(c => c.Id == one).Domain;
    }

    private static string Shouted(string name) => string.Concat(
        name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
