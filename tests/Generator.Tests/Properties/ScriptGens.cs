using FsCheck;
using FsCheck.Fluent;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>Scripts at random for one driver: what is in the registers that it touches, how they behave, what comes.</summary>
internal static class ScriptGens
{
    /// <summary>Interrupts of one script.</summary>
    private const int Signals = 30;

    /// <summary>Scripts for a driver, and how one is made smaller.</summary>
    public static Arbitrary<Script> For(BatchDriver driver) => Arb.From(Of(driver), static script => Shrinks.Of(script));

    private static Gen<Script> Of(BatchDriver driver)
    {
        Step[] statuses = [.. driver.Registers.Where(static s => s.Operation is StepOperation.TestAny or StepOperation.TestEqual or StepOperation.Bank)];
        Gen<ScriptedRegister> any = Register(driver.Registers);
        Gen<ScriptedRegister> status = statuses.Length == 0 ? any : Register(statuses);
        return from count in Gen.Choose(0, 12)
               from others in driver.Registers.Length == 0 ? Gen.Constant(Array.Empty<ScriptedRegister>()) : any.ArrayOf(count)
               from seen in statuses.Length == 0 ? Gen.Constant(Array.Empty<ScriptedRegister>()) : status.ArrayOf(8)
               from signals in Signal.ArrayOf(Signals)
               from rises in driver.Registers.Length == 0 ? Gen.Constant(Array.Empty<Rise>()) : Rises(status)
               from gone in Gen.Frequency((9, Gen.Constant(Script.Never)), (1, Gen.Choose(0, 4 * Signals)))
               select new Script([.. others, .. seen], signals, rises, gone);
    }

    private static Gen<ScriptedSignal> Signal
        => from pick in Gen.Choose(0, 1000)
           from signals in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
           select new ScriptedSignal(pick, signals);

    private static Gen<Rise[]> Rises(Gen<ScriptedRegister> register)
        => from count in Gen.Choose(0, 30)
           from rises in (from before in Gen.Choose(0, 8 * Signals) from risen in register select new Rise(before, risen)).ArrayOf(count)
           select (Rise[])[.. rises.OrderBy(static r => r.Before)];

    private static Gen<ScriptedRegister> Register(Step[] steps)
        => from step in Gen.Elements(steps)
           from kind in Gen.Elements(
               RegisterKind.WriteOneToClear, RegisterKind.WriteOneToClear, RegisterKind.WriteOneToClear, RegisterKind.Plain, RegisterKind.ReadToClear, RegisterKind.Sticky)
           from bits in DescriptorGens.Bits(64)
           from value in Gen.Choose(0, 6)
           let all = RegisterTypes.AllOnes(step.Type.Width())
           select new ScriptedRegister(step.Bar, step.Offset, step.Type.Width(), kind, all & value switch
           {
               0 => 0,
               1 => all,
               2 => step.Mask,
               3 => step.Operation == StepOperation.TestEqual ? step.Value | (bits & ~step.Mask) : step.Mask & bits,
               4 => step.Mask & bits,
               _ => bits,
           });
}
