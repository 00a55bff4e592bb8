namespace TopHalf.Declarations.Tests;

/// <summary>The compiler side's enumerations are the runtime's: the same names for the same numbers.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData(typeof(RegisterType), typeof(global::TopHalf.RegisterType))]
    [InlineData(typeof(IrqClear), typeof(global::TopHalf.IrqClear))]
    [InlineData(typeof(BankClear), typeof(global::TopHalf.BankClear))]
    [InlineData(typeof(VirtioStructure), typeof(global::TopHalf.VirtioStructure))]
    [InlineData(typeof(StepRole), typeof(global::TopHalf.StepRole))]
    [InlineData(typeof(StepOperation), typeof(global::TopHalf.StepOperation))]
    public void Names_and_numbers_are_equal(Type ours, Type theirs)
    {
        Assert.Equal(Values(theirs), Values(ours));
        Assert.Equal(theirs.GetEnumUnderlyingType(), ours.GetEnumUnderlyingType());

        static IEnumerable<(string, object)> Values(Type type)
            => type.GetEnumNames().Zip(type.GetEnumValuesAsUnderlyingType().Cast<object>());
    }
}
