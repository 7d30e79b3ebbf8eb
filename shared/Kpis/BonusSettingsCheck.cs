using Microsoft.Extensions.Options;

namespace SalesReports.Kpis;

/// <summary>Refuses a bonus simulation that cannot be meant, at start and with the value in the message.</summary>
public sealed class BonusSettingsCheck : IValidateOptions<MetricSettings>
{
    public ValidateOptionsResult Validate(string? name, MetricSettings options)
    {
        var faults = Faults(options.Bonus).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(BonusSettings bonus)
    {
        (string Name, decimal Value, decimal Low, decimal High)[] ranges =
        [
            (nameof(bonus.RevenueWeight), bonus.RevenueWeight, 0, 1),
            (nameof(bonus.MarginWeight), bonus.MarginWeight, 0, 1),
            (nameof(bonus.RetentionWeight), bonus.RetentionWeight, 0, 1),
            (nameof(bonus.DigitalWeight), bonus.DigitalWeight, 0, 1),
            (nameof(bonus.Cap), bonus.Cap, 1, 10),
            (nameof(bonus.MarginGate), bonus.MarginGate, 0, 2),
            (nameof(bonus.RetentionGoal), bonus.RetentionGoal, 0.01m, 1),
            (nameof(bonus.DigitalGoal), bonus.DigitalGoal, 0.01m, 1),
        ];
        foreach (var (name, value, low, high) in ranges.Where(range => range.Value < range.Low || range.Value > range.High))
        {
            yield return FormattableString.Invariant($"Bonus:{name} is {value}; {low} to {high} is accepted.");
        }

        var sum = bonus.RevenueWeight + bonus.MarginWeight + bonus.RetentionWeight + bonus.DigitalWeight;
        if (sum != 1)
        {
            yield return FormattableString.Invariant(
                $"The weights of Bonus must sum to 1: RevenueWeight {bonus.RevenueWeight} + MarginWeight {bonus.MarginWeight} + RetentionWeight {bonus.RetentionWeight} + DigitalWeight {bonus.DigitalWeight} is {sum}.");
        }
    }
}
