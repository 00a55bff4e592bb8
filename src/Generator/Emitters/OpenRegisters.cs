using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The registers whose place is known only when the driver is bound: each has a BAR, an offset and a stride as fields of the
/// dispatcher, taken from the bound manifest.
/// </summary>
internal sealed class OpenRegisters
{
    private readonly List<(StepModel Step, int Handler, int Index)> _registers = [];

    public OpenRegisters(DriverModel driver)
    {
        for (int h = 0; h < driver.Handlers.Count; h++)
        {
            EquatableArray<StepModel> program = driver.Handlers[h].Program;
            for (int i = 0; i < program.Count; i++)
            {
                if (program[i].Address is { IsOpen: true } && NumberOf(program[i]) < 0)
                {
                    _registers.Add((program[i], h, i));
                }
            }
        }
    }

    /// <summary>The suffix of a register's fields and locals; null where its place is written in the attribute.</summary>
    public string? SuffixOf(StepModel step) => step.Address is { IsOpen: true } ? "At" + Literals.Number(NumberOf(step)) : null;

    /// <summary>The fields of all of them.</summary>
    public void WriteFields(IndentedWriter writer)
    {
        for (int i = 0; i < _registers.Count; i++)
        {
            string n = Literals.Number(i);
            writer.Line($"private {Types.Bar} _barAt{n};");
            writer.Line($"private uint _offsetAt{n};");
            if (HasOpenStride(_registers[i].Step))
            {
                writer.Line($"private uint _strideAt{n};");
            }
        }
    }

    /// <summary>Takes their places from what was bound.</summary>
    public void WriteAttach(IndentedWriter writer)
    {
        for (int i = 0; i < _registers.Count; i++)
        {
            string n = Literals.Number(i);
            (StepModel step, int handler, int index) = _registers[i];
            writer.Line($"{Types.Step} at{n} = bound.Handlers[{Literals.Number(handler)}].Program[{Literals.Number(index)}];");
            writer.Line($"_barAt{n} = device.GetBar(at{n}.Bar);");
            writer.Line($"_offsetAt{n} = at{n}.Offset;");
            if (HasOpenStride(step))
            {
                writer.Line($"_strideAt{n} = at{n}.Address?.Stride ?? 0;");
            }
        }
    }

    /// <summary>The locals of those that some steps use.</summary>
    public void WriteLocals(IndentedWriter writer, IEnumerable<StepModel> steps, string from)
    {
        foreach (int register in steps.Where(static s => s.Address is { IsOpen: true }).Select(NumberOf).Distinct().OrderBy(static n => n))
        {
            string suffix = "At" + Literals.Number(register);
            writer.Line($"{Types.Bar} bar{suffix} = {from}_bar{suffix};");
            writer.Line($"ulong offset{suffix} = {from}_offset{suffix};");
            if (HasOpenStride(_registers[register].Step))
            {
                writer.Line($"uint stride{suffix} = {from}_stride{suffix};");
            }
        }
    }

    public bool Any => _registers.Count > 0;

    // A stride that is written in the attribute stands in the code.
    private static bool HasOpenStride(StepModel step) => step.Address is { StrideFrom: not null };

    private int NumberOf(StepModel step)
        => _registers.FindIndex(r => r.Step.Bar == step.Bar && r.Step.Offset == step.Offset && r.Step.Address == step.Address);
}
