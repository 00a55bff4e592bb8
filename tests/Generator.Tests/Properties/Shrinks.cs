using System.Numerics;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>
/// What is a little less than a script or a driver, from the largest step to the smallest. Of a driver some are refused by the rules:
/// whoever asks leaves those out.
/// </summary>
internal static class Shrinks
{
    public static IEnumerable<Script> Of(Script script)
        => Without(script.Signals).Select(s => script with { Signals = s })
            .Concat(script.GoneBefore == Script.Never ? [] : [script with { GoneBefore = Script.Never }])
            .Concat(Without(script.Rises).Select(r => script with { Rises = r }))
            .Concat(Without(script.Registers).Select(r => script with { Registers = r }))
            .Concat(Each(script.Registers, Of).Select(r => script with { Registers = r }))
            .Concat(Each(script.Signals, Of).Select(s => script with { Signals = s }))
            .Concat(Each(script.Rises, Of).Select(r => script with { Rises = [.. r.OrderBy(static rise => rise.Before)] }));

    public static IEnumerable<DriverSpec> Of(DriverSpec driver)
        => Without(driver.Groups).Where(static g => g.Length > 0).Select(g => driver with { Groups = g })
            .Concat(Without(driver.OnClass).Select(d => driver with { OnClass = d }))
            .Concat(Each(driver.Groups, Of).Select(g => driver with { Groups = g }))
            .Concat(Each(driver.OnClass, Of).Select(d => driver with { OnClass = d }));

    private static IEnumerable<GroupSpec> Of(GroupSpec group)
        => Without(group.Handlers).Where(static h => h.Length > 0).Select(h => group with { Handlers = h })
            .Concat(group.Vectors.Length > 1 ? [group with { Vectors = [group.Vectors[0]] }, group with { Vectors = [group.Vectors[1]] }] : [])
            .Concat(Each(group.Vectors, static v => v.Count > 1 ? [(v.First, 1), (v.First, v.Count / 2)] : []).Select(v => group with { Vectors = v }))
            .Concat(Each(group.Handlers, Of).Select(h => group with { Handlers = h }));

    private static IEnumerable<HandlerSpec> Of(HandlerSpec handler)
        => Without(handler.Own).Select(d => handler with { Own = d })
            .Concat(handler.Each ? [handler with { Each = false }] : [])
            .Concat(handler.IsStatic ? [handler with { IsStatic = false }] : [])
            .Concat(Of(handler.Bits).Prepend(0ul).Where(b => b != handler.Bits).Select(b => handler with { Bits = b }))
            .Concat(Each(handler.Own, Of).Select(d => handler with { Own = d }));

    private static IEnumerable<DescriptorSpec> Of(DescriptorSpec descriptor)
        => Without(descriptor.Named).Select(n => descriptor with { Named = n })
            .Concat(descriptor.Value is null ? [] : [descriptor with { Value = null }])
            .Concat(descriptor.Offset == 0 ? [] : [descriptor with { Offset = 0 }])
            .Concat(Of(descriptor.Mask).Select(m => descriptor with { Mask = m, Value = descriptor.Value & m }));

    private static IEnumerable<ScriptedRegister> Of(ScriptedRegister register)
        => (register.Kind == RegisterKind.Plain ? [] : new[] { register with { Kind = RegisterKind.Plain } })
            .Concat(Of(register.Value).Select(v => register with { Value = v }));

    private static IEnumerable<ScriptedSignal> Of(ScriptedSignal signal)
        => (signal.Signals == 1 ? [] : new[] { signal with { Signals = 1 } }).Concat(signal.Pick == 0 ? [] : [signal with { Pick = 0 }, signal with { Pick = signal.Pick / 2 }]);

    private static IEnumerable<Rise> Of(Rise rise)
        => (rise.Before == 0 ? [] : new[] { rise with { Before = 0 }, rise with { Before = rise.Before / 2 } })
            .Concat(Of(rise.Register.Value).Select(v => rise with { Register = rise.Register with { Value = v } }));

    // Half of the bits, and each bit less.
    private static IEnumerable<ulong> Of(ulong bits)
    {
        if (BitOperations.PopCount(bits) < 2)
        {
            return [];
        }

        ulong lowest = bits & (0 - bits);
        return new[] { lowest, bits & 0xFFFF_FFFF, bits & 0x5555_5555_5555_5555, bits & (bits - 1) }.Where(b => b != 0 && b != bits).Distinct();
    }

    // Halves first, then one by one.
    private static IEnumerable<T[]> Without<T>(T[] all)
        => (all.Length < 4 ? [] : new[] { all[..(all.Length / 2)], all[(all.Length / 2)..] })
            .Concat(Enumerable.Range(0, all.Length).Select(i => (T[])[.. all[..i], .. all[(i + 1)..]]));

    private static IEnumerable<T[]> Each<T>(T[] all, Func<T, IEnumerable<T>> smaller)
        => Enumerable.Range(0, all.Length).SelectMany(i => smaller(all[i]).Select(s => (T[])[.. all[..i], s, .. all[(i + 1)..]]));
}
