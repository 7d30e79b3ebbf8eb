using System.Reflection;
using System.Security.Cryptography;
using SalesReports.Api;

namespace SalesReports.Tests.Api;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_key_is_256_random_bits_and_its_hash_alone_is_kept()
    {
        var (text, key) = ApiKey.Create(Role.Reader, "company", Now, null);
        var (other, _) = ApiKey.Create(Role.Reader, "company", Now, null);

        Assert.Equal(64, text.Split('_')[2].Length);
        Assert.NotEqual(text.Split('_')[2], other.Split('_')[2]);
        Assert.Equal(key.Id, ApiKey.IdIn(text));
        Assert.True(ApiKey.Matches(ApiKey.HashOf(text), key.Hash.Span));
        Assert.DoesNotContain(text.Split('_')[2], key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sr_")]
    [InlineData("sr_0123456789abcdef")]
    [InlineData("sr_0123456789abcdefX")]
    [InlineData("xx_0123456789abcdef_secret")]
    public void A_text_without_the_form_of_a_key_has_no_id(string text) => Assert.Null(ApiKey.IdIn(text));

    [Fact]
    public void Hashes_are_compared_in_constant_time()
    {
        var compare = typeof(ApiKey).GetMethod(nameof(ApiKey.Matches), BindingFlags.Static | BindingFlags.NonPublic)!;

        Assert.Contains(nameof(CryptographicOperations.FixedTimeEquals), CalledBy(compare));
    }

    [Fact]
    public void An_expired_key_is_refused_from_its_instant_on()
    {
        var (_, key) = ApiKey.Create(Role.Reader, "company", Now, Now.AddDays(1));

        Assert.True(key.IsValidAt(Now.AddDays(1).AddTicks(-1)));
        Assert.False(key.IsValidAt(Now.AddDays(1)));
    }

    private static List<string> CalledBy(MethodInfo method)
    {
        const byte call = 0x28;
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        var names = new List<string>();
        for (var at = 0; at + 4 < code.Length; at++)
        {
            if (code[at] != call)
            {
                continue;
            }

            try
            {
                names.Add(method.Module.ResolveMethod(BitConverter.ToInt32(code, at + 1))!.Name);
            }
            catch (ArgumentException)
            {
                // The byte was part of an operand, not an instruction.
            }
        }

        return names;
    }
}
