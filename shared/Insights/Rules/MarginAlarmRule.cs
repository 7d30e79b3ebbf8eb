namespace SalesReports.Insights.Rules;

/// <summary>The margin alarm fires: revenue was bought with discounts.</summary>
internal static class MarginAlarmRule
{
    public static IEnumerable<RankedInsight> Of(InsightInputs inputs) => inputs.MarginAlarm is not { } alarm
        ? []
        : [new RankedInsight(
            new Insight(
                "margin_alarm",
                5,
                Sentence.Both(
                    say => $"Alerte marge\u00A0: chiffre d’affaires {say.SignedPercent(alarm.RevenueChange)}, marge {say.Points(alarm.MarginChange)}, prix réalisés {say.Points(alarm.RealisationChange)}. "
                        + $"Remises supplémentaires de {say.Money(alarm.ExtraDiscount, inputs.Currency)}{Whose(alarm, "\u00A0: ", "et")}.",
                    say => $"Margin alarm: revenue {say.SignedPercent(alarm.RevenueChange)}, margin {say.Points(alarm.MarginChange)}, price realisation {say.Points(alarm.RealisationChange)}. "
                        + $"Extra discounts of {say.Money(alarm.ExtraDiscount, inputs.Currency)}{Whose(alarm, ": ", "and")}."),
                new Dictionary<string, decimal?>(StringComparer.Ordinal)
                {
                    ["revenueChange"] = alarm.RevenueChange, ["marginChange"] = alarm.MarginChange, ["realisationChange"] = alarm.RealisationChange, ["extraDiscount"] = alarm.ExtraDiscount,
                }),
            alarm.ExtraDiscount)];

    private static string Whose(MarginAlarmReading alarm, string colon, string and) => alarm.Reps.Count == 0 ? "" : colon + Sentence.List(alarm.Reps, and);
}
