namespace SalesReports.Measures;

/// <summary>An exact amount in one currency. Two currencies never add up by accident.</summary>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? left with { Amount = left.Amount + right.Amount }
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added: convert first.");

    public static Money operator *(Money money, decimal factor) => money with { Amount = money.Amount * factor };

    public override string ToString() => FormattableString.Invariant($"{Amount} {Currency}");
}
