using System.Reflection;

namespace TopHalf.Declarations.Tests;

/// <summary>Every name in <see cref="KnownNames"/> is one of the runtime's: a rename there must not pass unseen here.</summary>
public sealed class KnownNamesTests
{
    private static readonly Assembly Runtime = typeof(PciDevice).Assembly;

    public static TheoryData<string> Types => [.. Constants()
        .Where(static c => c.Value.Contains('.', StringComparison.Ordinal))
        .Select(static c => c.Value)
        .Except([KnownNames.CompilerServices, KnownNames.GeneratorTool])];

    public static TheoryData<string> Attributes => [.. Constants()
        .Where(static c => c.Value.EndsWith("Attribute", StringComparison.Ordinal) && !c.Value.Contains('.', StringComparison.Ordinal))
        .Select(static c => c.Value)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_exists(string name)
    {
        // An attribute is asked for by its full name without or with the suffix, as the constant says.
        Assert.NotNull(Runtime.GetType(name));
        Assert.True(Runtime.GetType(name)!.IsPublic);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Attribute_exists(string name)
        => Assert.True(Runtime.GetType($"{KnownNames.Namespace}.{name}")!.IsSubclassOf(typeof(Attribute)));

    [Theory]
    [InlineData(typeof(DeviceBarAttribute), KnownNames.IndexArgument, KnownNames.LengthArgument)]
    [InlineData(typeof(MsiVectorAttribute), KnownNames.VectorArgument)]
    [InlineData(typeof(IrqPendingAttribute), KnownNames.TypeArgument, KnownNames.BarArgument, KnownNames.OffsetArgument, KnownNames.MaskArgument, KnownNames.ValueArgument)]
    [InlineData(typeof(IrqAckAttribute), KnownNames.TypeArgument, KnownNames.BarArgument, KnownNames.OffsetArgument, KnownNames.MaskArgument, KnownNames.ValueArgument)]
    [InlineData(typeof(IrqDisableAttribute), KnownNames.TypeArgument, KnownNames.BarArgument, KnownNames.OffsetArgument, KnownNames.MaskArgument, KnownNames.ValueArgument)]
    [InlineData(typeof(IrqEnableAttribute), KnownNames.TypeArgument, KnownNames.BarArgument, KnownNames.OffsetArgument, KnownNames.MaskArgument, KnownNames.ValueArgument)]
    [InlineData(typeof(IrqReleaseAttribute), KnownNames.TypeArgument, KnownNames.BarArgument, KnownNames.OffsetArgument, KnownNames.MaskArgument, KnownNames.ValueArgument)]
    [InlineData(typeof(InterruptUnsafeAttribute), KnownNames.ReasonArgument)]
    public void Parameters_are_in_this_order(Type attribute, params string[] names)
    {
        foreach (ConstructorInfo constructor in attribute.GetConstructors())
        {
            string[] parameters = [.. constructor.GetParameters().Select(static p => p.Name!)];
            Assert.Equal(names.Take(parameters.Length), parameters);
        }
    }

    [Theory]
    [InlineData(typeof(InterruptDriverAttribute), KnownNames.VendorId, typeof(ushort))]
    [InlineData(typeof(InterruptDriverAttribute), KnownNames.DeviceId, typeof(ushort))]
    [InlineData(typeof(DeviceBarAttribute), KnownNames.IsPort, typeof(bool))]
    [InlineData(typeof(MsiVectorAttribute), KnownNames.Count, typeof(int))]
    [InlineData(typeof(MsiVectorAttribute), KnownNames.Thread, typeof(string))]
    [InlineData(typeof(MsiVectorAttribute), KnownNames.UserVector, typeof(int))]
    [InlineData(typeof(IrqPendingAttribute), KnownNames.ReadClears, typeof(bool))]
    [InlineData(typeof(IrqAckAttribute), KnownNames.Clear, typeof(global::TopHalf.IrqClear))]
    [InlineData(typeof(IrqAckAttribute), KnownNames.After, typeof(bool))]
    public void Property_can_be_set(Type attribute, string name, Type type)
    {
        PropertyInfo? property = attribute.GetProperty(name);
        Assert.Equal(type, property?.PropertyType);
        Assert.True(property!.CanWrite);
    }

    [Fact]
    public void No_settable_property_of_an_attribute_is_forgotten()
        => Assert.Empty(Runtime.GetExportedTypes()
            .Where(static t => t.IsSubclassOf(typeof(Attribute)))
            .SelectMany(static t => t.GetProperties())
            .Where(static p => p.CanWrite)
            .Select(static p => p.Name)
            .Except(Constants().Select(static c => c.Value)));

    [Fact]
    public void A_device_gives_its_bars_by_number()
    {
        MethodInfo method = typeof(PciDevice).GetMethod(KnownNames.GetBarMethod)!;
        Assert.Equal(typeof(Bar), method.ReturnType);
        Assert.Equal(typeof(int), method.GetParameters().Single().ParameterType);
        Assert.All(
            typeof(Bar).GetMethods().Where(static m => m.Name.StartsWith("Read", StringComparison.Ordinal) || m.Name.StartsWith("Write", StringComparison.Ordinal)),
            static m => Assert.Equal((KnownNames.OffsetArgument, typeof(ulong)), (m.GetParameters()[0].Name, m.GetParameters()[0].ParameterType)));
    }

    [Fact]
    public void The_contract_is_there()
        => Assert.NotNull(Runtime.GetType(KnownNames.GeneratedContract)!.GetField(KnownNames.ContractVersion));

    private static IEnumerable<(string Name, string Value)> Constants() => typeof(KnownNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static f => (f.Name, (string)f.GetRawConstantValue()!));
}
